import type { Consent } from "./beacons";
import { drmConfig } from "./drm";
import type { PlayRequest } from "./player";
import type { PlaybackAnswer } from "./session";

const BUFFER_SECONDS = 40;

/** How shaka-player plays this. */
export function engineConfig(answer: PlaybackAnswer, request: PlayRequest, consent: Consent) {
  return {
    preferredAudio: request.audioLanguage ? [{ language: request.audioLanguage }] : [],
    preferredText: request.textLanguage ? [{ language: request.textLanguage }] : [],
    cmcd: {
      enabled: consent !== "denied",
      version: 2,
      sessionId: answer.sessionId,
      contentId: request.titleId,
      useHeaders: false,
    },
    drm: drmConfig(answer.drm),
    streaming: {
      bufferingGoal: BUFFER_SECONDS,
      bufferBehind: BUFFER_SECONDS,
      maxDisabledTime: 0,
      ignoreTextStreamFailures: true,
      retryParameters: {
        // Each at the next of the hosts there are.
        maxAttempts: 3,
        baseDelay: 300,
        timeout: 20_000,
        stallTimeout: 8_000,
        connectionTimeout: 8_000,
      },
      // Failures come as events as well, and are dealt with there.
      failureCallback: (_: unknown) => undefined,
    },
  };
}
