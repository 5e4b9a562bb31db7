package io.streamverse.server.gateway;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.jspecify.annotations.Nullable;

/// `?app=billing` asks billing for its schedules and dead letters rather than the server for its own.
@ServerFilter({
    "/operator/v1/schedules",
    "/operator/v1/schedules/**",
    "/operator/v1/dead-letters",
    "/operator/v1/dead-letters/**"
})
class AskBilling implements Ordered {
    private final Billing billing;

    AskBilling(Billing billing) {
        this.billing = billing;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Nullable
    HttpResponse<?> forward(HttpRequest<?> request) {
        return "billing".equals(request.getParameters().get("app")) ? billing.forward(request, null) : null;
    }
}
