import { KEY_SYSTEMS } from "./device";
import type { PlaybackAnswer } from "./session";

/** Where shaka-player gets licences: what the answer offers, the strongest first. */
export function drmConfig(drm: PlaybackAnswer["drm"] = {}) {
  const offered = Object.entries(KEY_SYSTEMS).flatMap(([name, system]) => {
    const url = drm[name as keyof typeof KEY_SYSTEMS]?.licenceUrl;
    return url === undefined ? [] : [[system, url] as const];
  });
  return {
    servers: Object.fromEntries(offered),
    preferredKeySystems: offered.map(([system]) => system),
    retryParameters: { maxAttempts: 4, baseDelay: 300, backoffFactor: 2, fuzzFactor: 0.5, timeout: 10_000 },
  };
}
