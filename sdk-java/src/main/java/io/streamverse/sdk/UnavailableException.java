package io.streamverse.sdk;

/** 503: a part of the platform is away, even after the retries; see {@link #retryAfter()}. */
public final class UnavailableException extends StreamVerseException {
    UnavailableException(Problem problem) {
        super(problem, null);
    }
}
