import { Api } from "./api";
import { type Device, uuid } from "./device";
import { Emitter } from "./emitter";
import { PlayerError } from "./errors";

/** What `POST /viewer/v1/playbacks` is asked. */
export interface StartRequest {
  titleId: string;
  /** The viewer's first profile where it is left out. */
  profileId?: string | undefined;
  /** The playback session that ends so that this one may begin: one of the error's `facts.sessions`. */
  takeOver?: string | undefined;
  /** All others of the viewer end so that this one may begin. */
  stopOthers?: boolean | undefined;
}

/** What it answers. */
export interface PlaybackAnswer {
  sessionId: string;
  manifests: { hls: string; dash: string };
  drm?: Partial<Record<"clearkey" | "widevine" | "playready" | "fairplay", { licenceUrl: string }>>;
  token: string;
  renewAfterSeconds: number;
  heartbeatSeconds: number;
  resumeAtSeconds: number;
  beaconUrl?: string;
}

type Renewal = Pick<PlaybackAnswer, "token" | "renewAfterSeconds">;

/** What a session tells while it lasts. */
export interface SessionEvents {
  /** A fresh token is there; addresses get it by themselves. */
  renewed: { token: string };
  /** A renewal did not come through; it is tried again. */
  trouble: PlayerError;
  /** It is over: another device took its place, staff ended it, or the log-in has ended. */
  ended: PlayerError;
}

const TOKEN_IN_PATH = /\/URISigningPackage=[^/]+\//;
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 30_000;
const STARTS = 3;

/** A playback that is allowed: keeps its place and its token fresh until it ends. Plays nothing itself. */
export class Session extends Emitter<SessionEvents> {
  readonly id: string;
  /** Where the viewer is, in seconds; heartbeats say it, so that other devices go on from there. */
  position: () => number | undefined = () => undefined;
  private token: string;
  private renewAt = 0;
  private renewing: Promise<void> | undefined;
  private failures = 0;
  private over = false;
  private renewTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly beatTimer: ReturnType<typeof setInterval> | undefined;
  private readonly online = () => this.renewNow();

  private constructor(
    private readonly api: Api,
    readonly answer: PlaybackAnswer,
  ) {
    super();
    this.id = answer.sessionId;
    this.token = answer.token;
    this.renewIn(answer.renewAfterSeconds * 1000);
    if (answer.heartbeatSeconds > 0)
      this.beatTimer = setInterval(() => void this.beat(), answer.heartbeatSeconds * 1000);
    globalThis.addEventListener?.("online", this.online);
  }

  /**
   * Asks whether the title may play. Refusals are `PlayerError`s with the API's code. A network that fails is tried three
   * times, under one idempotency key, so that no place is taken twice.
   */
  static async start(api: Api, request: StartRequest, device: Device): Promise<Session> {
    const key = { "Idempotency-Key": uuid() };
    for (let attempt = 1; ; attempt++) {
      try {
        return new Session(
          api,
          await api.send<PlaybackAnswer>("POST", "/viewer/v1/playbacks", { ...request, device }, key),
        );
      } catch (failure) {
        const error = PlayerError.of(failure);
        if (!error.passing || attempt === STARTS) throw error;
        await new Promise((resolve) => setTimeout(resolve, error.retryAfterMs ?? FIRST_RETRY_MS * attempt));
      }
    }
  }

  /** Whether it is the address of something that a token opens. */
  owns(address: string): boolean {
    return TOKEN_IN_PATH.test(address);
  }

  /** An address of this playback with the token of now. Addresses of others come back as they are. */
  fresh(address: string): string {
    return address.replace(TOKEN_IN_PATH, `/URISigningPackage=${this.token}/`);
  }

  /** Resolves once the token is one that should hold, at the latest when one renewal was tried. For a device that slept. */
  async ready(): Promise<void> {
    if (!this.over && Date.now() >= this.renewAt) await this.renew();
  }

  /** Asks for a fresh token now. Resolves whether it came or not. */
  renew(): Promise<void> {
    this.renewing ??= this.tryRenewal().finally(() => (this.renewing = undefined));
    return this.renewing;
  }

  /** Ends it and gives its place back; safe in `pagehide`, and more than once. */
  end(): void {
    if (this.over) return;
    this.stop();
    const positionMs = this.whereabouts()?.positionMs;
    this.api.sendLast("DELETE", this.path(positionMs === undefined ? "" : `?positionMs=${positionMs}`));
  }

  private async tryRenewal(): Promise<void> {
    if (this.over) return;
    try {
      const fresh = await this.api.send<Renewal>("POST", this.path("/renewal"));
      this.token = fresh.token;
      this.failures = 0;
      this.renewIn(fresh.renewAfterSeconds * 1000);
      this.emit("renewed", { token: fresh.token });
    } catch (failure) {
      this.failed(PlayerError.of(failure));
    }
  }

  private failed(error: PlayerError): void {
    if (this.over) return;
    if (!error.passing) {
      this.stop();
      this.emit("ended", error);
      return;
    }
    const wait = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.failures++);
    this.schedule(error.retryAfterMs ?? wait * (0.75 + Math.random() / 2));
    this.emit("trouble", error.asPassing());
  }

  private async beat(): Promise<void> {
    try {
      await this.api.send("POST", this.path("/heartbeat"), this.whereabouts());
    } catch (failure) {
      const error = PlayerError.of(failure);
      if (!error.passing && !this.over) this.failed(error);
    }
  }

  private whereabouts(): { positionMs: number } | undefined {
    const seconds = this.position();
    return seconds === undefined ? undefined : { positionMs: Math.round(seconds * 1000) };
  }

  private renewIn(ms: number): void {
    this.renewAt = Date.now() + ms;
    this.schedule(ms);
  }

  private schedule(ms: number): void {
    clearTimeout(this.renewTimer);
    this.renewTimer = setTimeout(() => void this.renew(), ms);
  }

  private renewNow(): void {
    if (this.failures > 0) void this.renew();
  }

  private stop(): void {
    this.over = true;
    clearTimeout(this.renewTimer);
    clearInterval(this.beatTimer);
    globalThis.removeEventListener?.("online", this.online);
  }

  private path(more = ""): string {
    return `/viewer/v1/playbacks/${this.id}${more}`;
  }
}
