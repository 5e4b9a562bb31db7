package io.streamverse.bench;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.security.RequiredScope;
import io.streamverse.kernel.security.Scope;
import io.streamverse.server.limits.Claim;
import io.streamverse.server.limits.Limits;
import io.swagger.v3.oas.annotations.Hidden;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Reserves for whoever calls, and notes how long that took from before its transaction until behind the commit.
@Hidden
@Controller("/v1/bench-reservations")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "app", value = "server")
@Requires(property = HelloController.SWITCH)
class ReservingController {
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final Limits limits;
    private final Ids ids;

    ReservingController(Limits limits, Ids ids) {
        this.limits = limits;
        this.ids = ids;
    }

    @Get
    @RequiredScope(Scope.QUOTAS_WRITE)
    Taken reserve() {
        var claim = new Claim("transcode.gpu", BigDecimal.ONE, "bench", ids.next("job"), Duration.ofMinutes(1));
        var began = System.nanoTime();
        var reservation = limits.reserve(claim);
        var took = System.nanoTime() - began;
        nanos.add(took);
        limits.release(reservation.id());
        return new Taken(1, took, took);
    }

    /// Of all since the last time this was asked.
    @Get("/taken")
    @RequiredScope(Scope.QUOTAS_READ)
    Taken taken() {
        var all = nanos.stream().sorted().toList();
        nanos.clear();
        return new Taken(all.size(), all.get(all.size() / 2), all.get(all.size() * 99 / 100));
    }

    record Taken(int count, long median, long p99) {}
}
