package io.streamverse.server.analytics;

import org.jspecify.annotations.Nullable;

/// ClickHouse does not answer, or has not got its tables yet; trying again later helps.
final class ClickHouseAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClickHouseAway(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
