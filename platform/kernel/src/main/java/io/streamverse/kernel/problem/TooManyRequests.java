package io.streamverse.kernel.problem;

import java.time.Duration;

/// Slower, please.
public final class TooManyRequests extends DomainException {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public TooManyRequests(String code, String message, Duration retryAfter) {
        super(code, message);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
