package io.streamverse.server.analytics;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// `2026-11-20 14:00:00.000`, UTC: what every ClickHouse reads whatever its settings.
final class ClickHouseTime {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private ClickHouseTime() {}

    static String of(Instant at) {
        return TIME.format(at);
    }
}
