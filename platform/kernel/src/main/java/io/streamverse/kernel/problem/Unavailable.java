package io.streamverse.kernel.problem;

import java.time.Duration;

/// A part of the platform is away or busy; trying again later helps.
public final class Unavailable extends DomainException {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public Unavailable(String code, String message, Duration retryAfter) {
        super(code, message);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
