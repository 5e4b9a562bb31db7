package io.streamverse.billing.metering;

import org.jspecify.annotations.Nullable;

/// What became of one usage. `problem` is a code of docs/problems.md where it was refused.
public record Booked(Usage usage, Status status, @Nullable String problem) {
    public enum Status {
        ACCEPTED,
        DUPLICATE,
        /// The same id was booked before with something else in it.
        CONFLICT,
        REJECTED
    }
}
