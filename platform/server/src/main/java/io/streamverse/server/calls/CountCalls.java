package io.streamverse.server.calls;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.streamverse.kernel.tenancy.TenantContext;

/// Behind the gate: only calls that were admitted count, whatever their answer.
@ServerFilter("/v1/**")
class CountCalls implements Ordered {
    private final Calls calls;

    CountCalls(Calls calls) {
        this.calls = calls;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 200;
    }

    @RequestFilter
    void count() {
        TenantContext.find().ifPresent(calls::count);
    }
}
