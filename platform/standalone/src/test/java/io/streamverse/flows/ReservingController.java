package io.streamverse.flows;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.security.RequiredScope;
import io.streamverse.kernel.security.Scope;
import io.streamverse.server.limits.Claim;
import io.streamverse.server.limits.Limits;
import io.streamverse.server.limits.Settlement;
import io.swagger.v3.oas.annotations.Hidden;
import java.math.BigDecimal;
import java.time.Duration;

/// What a room does that reserves before it works, for whoever calls.
@Hidden
@Controller("/v1/flow-reservations")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "app", value = "server")
@Requires(property = "flows.reserving")
class ReservingController {
    private final Limits limits;

    ReservingController(Limits limits) {
        this.limits = limits;
    }

    @Post
    @RequiredScope(Scope.QUOTAS_WRITE)
    Reserved reserve(@QueryValue String reference, @QueryValue long amount, @QueryValue long seconds) {
        var claim = new Claim(
                "transcode.gpu", BigDecimal.valueOf(amount), "a flow", reference, Duration.ofSeconds(seconds));
        return new Reserved(limits.reserve(claim).id());
    }

    @Post("/{id}/settlement")
    @RequiredScope(Scope.QUOTAS_WRITE)
    Settlement settle(String id, @QueryValue long actual) {
        return limits.settle(id, BigDecimal.valueOf(actual));
    }

    record Reserved(String id) {}
}
