package io.streamverse.server.analytics;

/// ClickHouse answers, and will not do this; trying again later does not help.
final class ClickHouseRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClickHouseRefused(String message) {
        super(message);
    }
}
