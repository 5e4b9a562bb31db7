import { en } from "./texts/en";
import type { ErrorText, Texts } from "./texts/texts";

/**
 * The number of each code. Codes of the API stand here where a viewer can do something about them; several share a number
 * where the same thing helps. Numbers are never changed or used again: 1xxx network, 2xxx what may play and its manifest,
 * 3xxx media, 4xxx licences, 5xxx advertising, 9xxx our own fault.
 */
export const NUMBERS = {
  "player.network.offline": 1001,
  "player.network.timeout": 1002,
  "player.network.busy": 1003,
  "player.network.server": 1004,
  "player.network.refused": 1005,
  "delivery.token.refused": 1006,
  "manifests.manifest.unknown": 2001,
  "player.manifest.unreadable": 2002,
  "player.manifest.unplayable": 2003,
  "playback.denied.signed-out": 2101,
  "viewers.token.expired": 2101,
  "viewers.token.missing": 2101,
  "viewers.token.refused": 2101,
  "playback.denied.suspended": 2102,
  "tenants.tenant.suspended": 2102,
  "playback.denied.territory": 2103,
  "playback.denied.window": 2104,
  "playback.denied.no-entitlement": 2105,
  "playback.denied.age": 2106,
  "playback.denied.device": 2107,
  "playback.denied.quota": 2108,
  "playback.denied.concurrency": 2109,
  "playback.title.unknown": 2110,
  "playback.profile.unknown": 2111,
  "playback.session.ended": 2112,
  "playback.session.unknown": 2112,
  "playback.places.unavailable": 2113,
  "playback.denied.downloads": 2114,
  "playback.denied.offline": 2115,
  "player.media.decode": 3001,
  "player.media.unsupported": 3002,
  "delivery.media.unknown": 3003,
  "player.media.append": 3004,
  "drm.challenge.malformed": 4001,
  "drm.challenge.refused": 4001,
  "drm.challenge.too-large": 4001,
  "drm.key.unknown": 4001,
  "drm.licence.offline-refused": 4001,
  "drm.licence.refused": 4001,
  "drm.system.refused": 4001,
  "playback.key.unknown": 4001,
  "custody.kms.unavailable": 4002,
  "drm.provider.unavailable": 4002,
  "drm.provider.unknown": 4002,
  "player.drm.unsupported": 4003,
  "player.drm.expired": 4004,
  "player.drm.output": 4005,
  "player.drm.failed": 4006,
  "player.ads.failed": 5001,
  "player.fault": 9001,
  "player.misuse": 9002,
} as const;

/** A code that the player has a number and words of its own for. */
export type KnownCode = keyof typeof NUMBERS;

/** What is known of a failure beyond its code. */
export interface ErrorDetails {
  /** The support desk's handle, where the API answered. */
  requestId?: string;
  /** What the API says helps to go on, such as `sessions` of `playback.denied.concurrency`. */
  facts?: Record<string, unknown>;
  /** False where the player goes on by itself. True where not said. */
  fatal?: boolean;
  /** After so many milliseconds trying again may help. */
  retryAfterMs?: number;
  /** For developers: what really happened. Not shown to viewers. */
  cause?: unknown;
}

/** Anything that keeps a film from playing, with what to do about it. */
export class PlayerError extends Error {
  override readonly name = "PlayerError";
  /** The API's code, or one of the player's own (`player.…`). */
  readonly code: string;
  /** The code's number; see docs/player-errors.md. */
  readonly number: number;
  readonly requestId: string | undefined;
  readonly facts: Record<string, unknown>;
  readonly fatal: boolean;
  readonly retryAfterMs: number | undefined;

  constructor(code: string, details: ErrorDetails = {}, number = numberOf(code)) {
    super(code, { cause: details.cause });
    this.code = code;
    this.number = number;
    this.requestId = details.requestId;
    this.facts = details.facts ?? {};
    this.fatal = details.fatal ?? true;
    this.retryAfterMs = details.retryAfterMs;
  }

  /** What happened, in English, for viewers. */
  get title(): string {
    return this.words(en).title;
  }

  /** What to do, in English, for viewers. */
  get help(): string {
    return this.words(en).help;
  }

  /** Both, in a language. */
  words(texts: Texts): ErrorText {
    return texts.errors[this.number] ?? texts.errors[9001]!;
  }

  /** Whether waiting may help: the network, a busy server, a service that is away. */
  get passing(): boolean {
    return (this.number >= 1001 && this.number <= 1004) || this.number === 2113 || this.number === 4002;
  }

  /** The same failure, of which the player makes the best by itself. */
  asPassing(): PlayerError {
    const { requestId, facts, retryAfterMs, cause } = this;
    return new PlayerError(this.code, { requestId, facts, retryAfterMs, cause, fatal: false }, this.number);
  }

  /** Of anything thrown. */
  static of(thrown: unknown): PlayerError {
    if (thrown instanceof PlayerError) return thrown;
    const name = thrown instanceof Error ? thrown.name : "";
    if (name === "TimeoutError" || name === "AbortError")
      return new PlayerError("player.network.timeout", { cause: thrown });
    // What fetch throws when nobody answers.
    if (thrown instanceof TypeError && /fetch|network|load failed/i.test(thrown.message)) {
      return new PlayerError("player.network.offline", { cause: thrown });
    }
    return new PlayerError("player.fault", { cause: thrown });
  }

  /** Of an HTTP answer that was none of the good ones. `body` may be a problem (RFC 9457). */
  static ofAnswer(status: number, body: string, header: (name: string) => string | null | undefined): PlayerError {
    const problem = parse(body);
    const seconds = Number(header("retry-after"));
    const details = {
      requestId: text(problem.requestId) ?? header("request-id") ?? undefined,
      facts: (problem.facts as Record<string, unknown> | undefined) ?? {},
      retryAfterMs: seconds > 0 ? seconds * 1000 : undefined,
      cause: `HTTP ${status}`,
    };
    const fallback = fallbackOf(status);
    const code = text(problem.code) ?? fallback;
    return new PlayerError(code, details, code in NUMBERS ? numberOf(code) : NUMBERS[fallback]);
  }
}

function numberOf(code: string): number {
  return NUMBERS[code as KnownCode] ?? 9001;
}

function fallbackOf(status: number): KnownCode {
  if (status === 429 || status === 503) return "player.network.busy";
  return status >= 500 ? "player.network.server" : "player.network.refused";
}

function parse(body: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(body);
    return parsed !== null && typeof parsed === "object" ? (parsed as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
