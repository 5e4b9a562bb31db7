package io.streamverse.sdk;

/** 429: too many requests, even after the retries; see {@link #retryAfter()}. */
public final class RateLimitException extends StreamVerseException {
    RateLimitException(Problem problem) {
        super(problem, null);
    }
}
