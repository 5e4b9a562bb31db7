import type { PlayerError } from "./errors";

const LAST_RETRY_SECONDS = 8;

/** What it does about a network that is away. */
export interface ConnectionActs {
  /** Asks for media again. */
  retry(): void;
  /** The first failure, and the first answer after it. */
  changed(state: "lost" | "back", error?: PlayerError): void;
}

/** Waits for the network while the buffer plays on, and tries again: ever less often, and when the browser says that it is back. */
export class Connection {
  private losses = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly online = () => {
    if (this.losses > 0) this.retryNow();
  };

  constructor(private readonly acts: ConnectionActs) {
    globalThis.addEventListener("online", this.online);
  }

  failed(error: PlayerError): void {
    if (this.losses === 0) this.acts.changed("lost", error);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.retryNow(), Math.min(LAST_RETRY_SECONDS, 2 ** this.losses++) * 1000);
  }

  answered(): void {
    if (this.losses === 0) return;
    this.reset();
    this.acts.changed("back");
  }

  retryNow(): void {
    clearTimeout(this.timer);
    this.acts.retry();
  }

  /** Another film: what was lost does not matter. */
  reset(): void {
    this.losses = 0;
    clearTimeout(this.timer);
  }

  destroy(): void {
    this.reset();
    globalThis.removeEventListener("online", this.online);
  }
}
