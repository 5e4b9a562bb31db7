package io.streamverse.server.gateway;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;

/// Billing's addresses; it describes them itself.
@Controller
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
class BillingController {
    private final Billing billing;

    BillingController(Billing billing) {
        this.billing = billing;
    }

    @Get(uris = {"/operator/v1/plans{/rest:.*}", "/operator/v1/subscriptions{/rest:.*}"})
    HttpResponse<byte[]> read(HttpRequest<?> request) {
        return billing.forward(request, null);
    }
}
