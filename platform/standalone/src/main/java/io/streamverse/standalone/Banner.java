package io.streamverse.standalone;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;

/// What a person wants to know once everything runs.
final class Banner {
    private static final String LAST = "Ctrl-C stops it.";

    private Banner() {}

    static boolean isLast(String line) {
        return line.equals(LAST);
    }

    static String of(Settings settings, Standalone standalone) {
        var port = standalone.port();
        var operatorKey =
                settings.operatorKey() == null ? "in " + settings.operatorKeyFile() : "from STREAMVERSE_OPERATOR_KEY";
        return String.format(
                Locale.ROOT,
                """
                StreamVerse is ready after %.1f s.
                  API               http://localhost:%d
                  A tenant's site   http://{slug}.%s:%d
                  Its numbers       http://{slug}.%s:%d/admin
                  Reference         http://localhost:%d/docs
                  Health            http://localhost:%d/health/ready
                  Metrics           http://localhost:%d/metrics
                  Operator key      %s
                  Data              %s
                %s
                """,
                secondsSinceStart(),
                port,
                settings.baseDomain(),
                port,
                settings.baseDomain(),
                port,
                port,
                port,
                standalone.managementPort(),
                operatorKey,
                settings.data(),
                LAST);
    }

    private static double secondsSinceStart() {
        var now = InstantSource.system().instant();
        var started = ProcessHandle.current().info().startInstant().orElse(now);
        return Duration.between(started, now).toMillis() / 1000.0;
    }
}
