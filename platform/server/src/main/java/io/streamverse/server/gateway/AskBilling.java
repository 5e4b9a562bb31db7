package io.streamverse.server.gateway;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.FilterPatternStyle;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.security.Paths;
import org.jspecify.annotations.Nullable;

/// `?app=billing` asks billing for its schedules and dead letters rather than the server for its own.
@ServerFilter(
        patterns = "/+operator/+v1/+(schedules|dead-letters)" + Paths.BELOW,
        patternStyle = FilterPatternStyle.REGEX)
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
