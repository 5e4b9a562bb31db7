export { Api, type Tokens } from "./api";
export { type BeaconType, type Consent } from "./beacons";
export { type Device, device } from "./device";
export { type ErrorDetails, type KnownCode, NUMBERS, PlayerError } from "./errors";
export { Player, type PlayerEvents, type PlayerOptions, type PlayRequest, preload } from "./player";
export { type PlaybackAnswer, Session, type SessionEvents, type StartRequest } from "./session";
export { type Choice, Tracks } from "./tracks";
export { VERSION } from "./version";
