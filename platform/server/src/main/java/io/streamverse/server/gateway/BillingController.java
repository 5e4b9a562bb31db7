package io.streamverse.server.gateway;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.security.RequiredScope;
import io.streamverse.kernel.security.Scope;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Billing's addresses; it describes them itself.
@Controller
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
class BillingController {
    private final Billing billing;

    BillingController(Billing billing) {
        this.billing = billing;
    }

    @Get(
            uris = {
                "/operator/v1/plans{/rest:.*}",
                "/operator/v1/subscriptions{/rest:.*}",
                "/operator/v1/ledger{/rest:.*}",
                "/operator/v1/usage-backfills/{id}"
            })
    HttpResponse<byte[]> read(HttpRequest<?> request) {
        return billing.forward(request, null);
    }

    @Post(uris = {"/operator/v1/usage-events", "/operator/v1/usage-corrections", "/operator/v1/ledger{/rest:.*}"})
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> act(HttpRequest<?> request, @Body byte @Nullable [] body) {
        return billing.forward(request, body);
    }

    @Get("/v1/usage")
    @RequiredScope(Scope.USAGE_READ)
    HttpResponse<byte[]> usage(HttpRequest<?> request) {
        return billing.forward(request, null);
    }

    @Get("/v1/usage/export")
    @Produces(MediaType.ALL)
    @RequiredScope(Scope.USAGE_READ)
    HttpResponse<InputStream> export(HttpRequest<?> request) {
        return billing.stream(request, null);
    }

    @Post("/operator/v1/usage-backfills")
    @Consumes(MediaType.ALL)
    HttpResponse<InputStream> backfill(HttpRequest<?> request, @Body InputStream body) {
        return billing.stream(request, body);
    }
}
