export * from "./headless";
export { type PlayerElementEvents, StreamversePlayer } from "./element";
export { type Marker } from "./markers";
export { type NextTitle } from "./ui/next-card";

import { StreamversePlayer } from "./element";
import { preload } from "./player";

// While the page still looks for its token.
void preload();
void import("./ui/ui");

if (!customElements.get("streamverse-player")) customElements.define("streamverse-player", StreamversePlayer);
