package io.streamverse.kernel.problem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The state of things does not allow it now.
public final class Conflict extends DomainException {
    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;

    public Conflict(String code, String message) {
        super(code, message);
        this.retryAfter = null;
    }

    /// One that passes once these fields are mended.
    public Conflict(String code, String message, List<FieldError> errors) {
        super(code, message, errors);
        this.retryAfter = null;
    }

    /// One that passes by itself.
    public Conflict(String code, String message, Duration retryAfter) {
        super(code, message);
        this.retryAfter = retryAfter;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
