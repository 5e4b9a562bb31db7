package io.streamverse.kernel.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micronaut.http.HttpMethod;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// How long requests take, per room, method and status.
@Singleton
class Timings {
    private final MeterRegistry metrics;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    Timings(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void record(String room, HttpMethod method, int status, long nanos) {
        timers.computeIfAbsent(new Kind(room, method, status), this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Kind kind) {
        return metrics.timer(
                "streamverse.http",
                "room",
                kind.room,
                "method",
                kind.method.name(),
                "status",
                String.valueOf(kind.status));
    }

    /// What one series of the metric counts; looking it up in the registry would sort and hash its tags each time.
    private record Kind(String room, HttpMethod method, int status) {}
}
