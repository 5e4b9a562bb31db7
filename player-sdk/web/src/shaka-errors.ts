import type shaka from "shaka-player/dist/shaka-player.dash-es2021.js";
import { type KnownCode, PlayerError } from "./errors";

const BAD_HTTP_STATUS = 1001;
const TIMEOUT = 1003;
const FILTER_FAILED = 1006;
const LICENCE_REQUEST_FAILED = 6007;

/** Those that say more than their category. */
const CODES: Record<number, KnownCode> = {
  3016: "player.media.decode",
  4012: "player.manifest.unplayable",
  4032: "player.manifest.unplayable",
  4036: "player.manifest.unplayable",
  6000: "player.drm.unsupported",
  6001: "player.drm.unsupported",
  6012: "player.drm.unsupported",
  6014: "player.drm.expired",
  6018: "player.drm.output",
  6020: "player.drm.unsupported",
};

const CATEGORIES: Record<number, KnownCode> = {
  1: "player.network.offline",
  3: "player.media.append",
  4: "player.manifest.unreadable",
  6: "player.drm.failed",
};

/** What shaka-player reports, in our words. */
export function ofShaka(thrown: unknown): PlayerError {
  if (!isShaka(thrown)) return PlayerError.of(thrown);
  const data = thrown.data as unknown[];
  switch (thrown.code) {
    case LICENCE_REQUEST_FAILED:
      return ofShaka(data[0]);
    case FILTER_FAILED:
      return PlayerError.of(data[0]);
    case TIMEOUT:
      return new PlayerError("player.network.timeout", { cause: thrown });
    case BAD_HTTP_STATUS:
      return ofStatus(data);
    default:
      return new PlayerError(CODES[thrown.code] ?? CATEGORIES[thrown.category] ?? "player.fault", { cause: thrown });
  }
}

function ofStatus(data: unknown[]): PlayerError {
  const headers = (data[3] ?? {}) as Record<string, string>;
  return PlayerError.ofAnswer(Number(data[1]), String(data[2] ?? ""), (name) => headers[name]);
}

function isShaka(thrown: unknown): thrown is shaka.util.Error {
  return thrown !== null && typeof thrown === "object" && "category" in thrown && "data" in thrown;
}
