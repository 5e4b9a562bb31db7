import { uuid } from "./device";
import { keep, kept } from "./storage";

/** What a beacon can tell. */
export type BeaconType =
  | "start"
  | "firstFrame"
  | "playing"
  | "pause"
  | "seek"
  | "stall"
  | "resume"
  | "bitrate"
  | "error"
  | "progress"
  | "ad"
  | "end"
  | "quality";

/** Whether the viewer agreed to be measured. */
export type Consent = "granted" | "denied" | "unset";

interface BeaconEvent {
  id: string;
  seq: number;
  type: BeaconType;
  at: string;
  positionMs: number;
  data: Record<string, unknown>;
}

interface Kept {
  url: string;
  body: string;
}

/** Who tells. */
export interface BeaconSource {
  /** `beaconUrl` of the playback's answer. */
  url: string;
  sessionId: string;
  consent: Consent;
  player: { name: string; version: string };
  device: { kind: string; os: string; browser: string };
}

const EVERY_MS = 10_000;
const BATCH = 20;
const LARGEST_BATCH = 50;
const MOST_WAITING = 500;
const MOST_KEPT = 20;
const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 120_000;

/**
 * Tells how playback goes: every 10 seconds or 20 events, after the network's absence, and as the page closes. Never waits
 * for anything, never throws, never holds more than 500 events; the oldest go first. What a closing page cannot send is
 * left in the browser for the next playback, where the viewer agreed to being measured.
 */
export class Beacons {
  private waiting: BeaconEvent[] = [];
  private seq = 0;
  private sending = false;
  private failures = 0;
  private notBefore = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly source: BeaconSource) {
    this.sendKept();
  }

  /** Notes an event; it is sent with its batch. */
  add(type: BeaconType, positionSeconds: number, data: Record<string, unknown> = {}): void {
    const positionMs = Math.max(0, Math.round(positionSeconds * 1000)) || 0;
    this.waiting.push({ id: uuid(), seq: ++this.seq, type, at: new Date().toISOString(), positionMs, data });
    if (this.waiting.length > MOST_WAITING) this.waiting.splice(0, this.waiting.length - MOST_WAITING);
    if (this.waiting.length >= BATCH) void this.flush();
    else this.timer ??= setTimeout(() => void this.flush(), EVERY_MS);
  }

  /** The viewer's answer to being asked, from now on. */
  set consent(consent: Consent) {
    this.source.consent = consent;
  }

  get consent(): Consent {
    return this.source.consent;
  }

  /** Sends what waits, unless the server asked for patience. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.sending || this.waiting.length === 0) return;
    const patience = this.notBefore - Date.now();
    if (patience > 0) return this.later(patience);
    this.sending = true;
    const batch = this.waiting.slice(0, LARGEST_BATCH);
    const outcome = await post(this.source.url, this.body(batch));
    this.sending = false;
    if (outcome.again) return this.retry(outcome.afterMs);
    this.failures = 0;
    const sent = new Set(batch);
    this.waiting = this.waiting.filter((event) => !sent.has(event));
    if (this.waiting.length > 0) this.later(this.waiting.length >= BATCH ? 0 : EVERY_MS);
  }

  /** Sends from a page that closes. */
  flushLast(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    while (this.waiting.length > 0) {
      const body = this.body(this.waiting.splice(0, LARGEST_BATCH));
      const offline = !navigator.onLine;
      if (offline || !navigator.sendBeacon?.(this.source.url, body)) this.leave(body);
    }
  }

  private body(events: BeaconEvent[]): string {
    const { sessionId, consent, player, device } = this.source;
    return JSON.stringify({ sessionId, consent, sentAt: new Date().toISOString(), player, device, events });
  }

  private retry(afterMs: number | undefined): void {
    const wait = afterMs ?? Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.failures++) * (0.75 + Math.random() / 2);
    this.notBefore = Date.now() + wait;
    this.later(wait);
  }

  private later(ms: number): void {
    this.timer ??= setTimeout(() => void this.flush(), ms);
  }

  private leave(body: string, url = this.source.url): void {
    if (this.consent !== "granted") return;
    const all = kept<Kept[]>("beacons") ?? [];
    keep("beacons", [...all, { url, body }].slice(-MOST_KEPT));
  }

  private sendKept(): void {
    const all = kept<Kept[]>("beacons") ?? [];
    if (all.length === 0) return;
    keep("beacons", undefined);
    for (const { url, body } of all) {
      void post(url, body).then((outcome) => outcome.again && this.leave(body, url));
    }
  }
}

/**
 * As plain text, so that browsers need not ask another host first. Bad answers other than "later" lose the batch: it would be
 * no better the next time.
 */
async function post(url: string, body: string): Promise<{ again: boolean; afterMs?: number | undefined }> {
  try {
    const answer = await fetch(url, {
      method: "POST",
      body,
      keepalive: true,
      signal: AbortSignal.timeout(10_000),
    });
    const seconds = Number(answer.headers.get("retry-after"));
    return { again: answer.status === 429 || answer.status >= 500, afterMs: seconds > 0 ? seconds * 1000 : undefined };
  } catch {
    return { again: true };
  }
}
