package io.streamverse.server.gateway;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.security.InLane;
import io.streamverse.kernel.security.Lane;
import io.streamverse.kernel.security.RequiredScope;
import io.streamverse.kernel.security.Scope;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Billing's addresses; it describes them itself.
@Controller
@Hidden
@Consumes(MediaType.ALL)
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
                "/operator/v1/cost-rates",
                "/operator/v1/quota-grants",
                "/operator/v1/usage",
                "/operator/v1/usage-backfills/{id}",
                "/operator/v1/ledger{/rest:.*}"
            })
    HttpResponse<?> read(HttpRequest<?> request) {
        return billing.forward(request, null);
    }

    @Post(
            uris = {
                "/operator/v1/plans{/rest:.*}",
                "/operator/v1/cost-rates",
                "/operator/v1/quota-grants",
                "/operator/v1/usage-events",
                "/operator/v1/usage-corrections",
                "/operator/v1/ledger{/rest:.*}"
            })
    HttpResponse<?> make(HttpRequest<?> request, @Body byte @Nullable [] body) {
        return billing.forward(request, body);
    }

    @Put("/operator/v1/quota-overrides")
    HttpResponse<?> set(HttpRequest<?> request, @Body byte @Nullable [] body) {
        return billing.forward(request, body);
    }

    @Patch("/operator/v1/subscriptions/{id}")
    HttpResponse<?> change(HttpRequest<?> request, @Body byte @Nullable [] body) {
        return billing.forward(request, body);
    }

    @Post("/operator/v1/usage-backfills")
    HttpResponse<?> backfill(HttpRequest<?> request, @Body InputStream file) {
        return billing.stream(request, file);
    }

    @Get("/operator/v1/usage/export")
    @Produces(MediaType.ALL)
    HttpResponse<?> exportAll(HttpRequest<?> request) {
        return billing.stream(request, null);
    }

    @Get("/v1/usage")
    @Produces(MediaType.ALL)
    @RequiredScope(Scope.USAGE_READ)
    HttpResponse<?> usage(HttpRequest<?> request) {
        return billing.forward(request, null);
    }

    @InLane(Lane.BULK)
    @Get("/v1/usage/export")
    @Produces(MediaType.ALL)
    @RequiredScope(Scope.USAGE_READ)
    HttpResponse<?> exportOwn(HttpRequest<?> request) {
        return billing.stream(request, null);
    }

    @Get(uris = {"/v1/budget", "/v1/quotes/{id}"})
    @RequiredScope(Scope.QUOTAS_READ)
    HttpResponse<?> readQuota(HttpRequest<?> request) {
        return billing.forward(request, null);
    }

    @Post("/v1/quotes")
    @RequiredScope(Scope.QUOTAS_READ)
    HttpResponse<?> quote(HttpRequest<?> request, @Body byte @Nullable [] body) {
        return billing.forward(request, body);
    }

    @Put("/v1/budget")
    @RequiredScope(Scope.QUOTAS_WRITE)
    HttpResponse<?> setBudget(HttpRequest<?> request, @Body byte @Nullable [] body) {
        return billing.forward(request, body);
    }

    @Patch("/v1/quotas/{meter}")
    @RequiredScope(Scope.QUOTAS_WRITE)
    HttpResponse<?> changeQuota(HttpRequest<?> request, @Body byte @Nullable [] body) {
        return billing.forward(request, body);
    }

    @Get("/v1/test-clock")
    @RequiredScope(Scope.CLOCK_READ)
    HttpResponse<?> clock(HttpRequest<?> request) {
        return billing.forward(request, null);
    }

    @Post("/v1/test-clock/advance")
    @RequiredScope(Scope.CLOCK_WRITE)
    HttpResponse<?> advance(HttpRequest<?> request, @Body byte @Nullable [] body) {
        return billing.forward(request, body);
    }
}
