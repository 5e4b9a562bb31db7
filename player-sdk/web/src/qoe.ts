import type { Beacons, Consent } from "./beacons";
import type { PlayerError } from "./errors";

/** What the player knows that the video element does not. */
export interface Figures {
  kbps: number;
  height: number;
  droppedFrames: number;
  bufferMs: number;
  cdn: string;
}

const PROGRESS_MS = 10_000;
/** Players move the picture by less than this to get over a gap, or to switch the sound. */
const SMALLEST_SEEK_SECONDS = 0.5;

/** Watches a video element and tells its beacons what a viewer sees of it. */
export class Qoe {
  private shown = false;
  private stalledAt: number | undefined;
  private soughtFrom: number | undefined;
  private position = 0;
  private watchedMs = 0;
  private playingSince: number | undefined;
  private kbps = 0;
  private over = false;
  private readonly stopping = new AbortController();
  private readonly timer: ReturnType<typeof setInterval>;

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly beacons: Beacons,
    private readonly figures: () => Figures,
    private readonly beganAt: number,
  ) {
    beacons.add("start", 0, {});
    this.hear("playing", () => this.plays());
    this.hear("pause", () => this.pauses());
    this.hear("seeking", () => this.seeks());
    this.hear("seeked", () => this.sought());
    this.hear("waiting", () => this.waits());
    this.hear("timeupdate", () => this.moves());
    this.hear("ended", () => this.end("ended"));
    this.timer = setInterval(() => this.progress(), PROGRESS_MS);
    video.requestVideoFrameCallback?.(() => this.firstFrame());
  }

  set consent(consent: Consent) {
    this.beacons.consent = consent;
  }

  /** The player changed the rendition. */
  bitrate(): void {
    const { kbps, height, droppedFrames } = this.figures();
    if (!this.shown || kbps === this.kbps) return;
    this.kbps = kbps;
    this.tell("bitrate", { kbps, height, droppedFrames });
  }

  /** The viewer chose how good it may be; `null` leaves it to the player. */
  quality(height: number | null): void {
    this.tell("quality", { height });
  }

  error(error: PlayerError): void {
    this.tell("error", { code: String(error.number), fatal: error.fatal });
  }

  /** Playback is over; nothing is told after it. */
  end(reason: "ended" | "left" | "error" | "stopped"): void {
    if (this.over) return;
    this.progress();
    this.tell("end", { reason });
    this.over = true;
    clearInterval(this.timer);
    this.stopping.abort();
    if (reason === "left") this.beacons.flushLast();
    else void this.beacons.flush();
  }

  private firstFrame(): void {
    if (this.shown || this.over) return;
    this.shown = true;
    this.tell("firstFrame", { startupMs: Math.round(performance.now() - this.beganAt) });
    this.bitrate();
  }

  private plays(): void {
    if (!this.shown && this.video.requestVideoFrameCallback === undefined) this.firstFrame();
    if (this.stalledAt !== undefined) {
      this.tell("resume", { stalledMs: Math.round(performance.now() - this.stalledAt) });
      this.stalledAt = undefined;
    } else if (this.playingSince === undefined) {
      this.tell("playing");
    }
    this.playingSince ??= performance.now();
  }

  private pauses(): void {
    this.count();
    this.stalledAt = undefined;
    if (!this.video.ended && !this.video.seeking) this.tell("pause");
  }

  /** Where playback begins is no seek. */
  private seeks(): void {
    this.count();
    if (this.shown) this.soughtFrom ??= this.position;
  }

  private sought(): void {
    const from = this.soughtFrom;
    this.soughtFrom = undefined;
    if (from === undefined || Math.abs(this.video.currentTime - from) < SMALLEST_SEEK_SECONDS) return;
    this.tell("seek", { fromMs: Math.round(from * 1000) });
  }

  /** Only what interrupts: neither the start nor a seek, which viewers expect to take a moment. */
  private waits(): void {
    this.count();
    if (!this.shown || this.video.seeking || this.video.paused || this.stalledAt !== undefined) return;
    this.stalledAt = performance.now();
    this.tell("stall");
  }

  private moves(): void {
    if (!this.video.seeking) this.position = this.video.currentTime;
  }

  private progress(): void {
    const playing = this.playingSince !== undefined;
    this.count();
    if (playing) this.playingSince = performance.now();
    if (this.watchedMs < 1) return;
    const { bufferMs, kbps, cdn } = this.figures();
    this.tell("progress", { watchedMs: Math.round(this.watchedMs), bufferMs, kbps, cdn });
    this.watchedMs = 0;
  }

  private count(): void {
    if (this.playingSince !== undefined) this.watchedMs += performance.now() - this.playingSince;
    this.playingSince = undefined;
  }

  private tell(type: Parameters<Beacons["add"]>[0], data: Record<string, unknown> = {}): void {
    if (!this.over) this.beacons.add(type, this.video.currentTime, data);
  }

  private hear(name: keyof HTMLMediaElementEventMap, act: () => void): void {
    this.video.addEventListener(name, act, { signal: this.stopping.signal });
  }
}
