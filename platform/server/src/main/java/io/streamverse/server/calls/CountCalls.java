package io.streamverse.server.calls;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.FilterPatternStyle;
import io.streamverse.kernel.security.Paths;
import io.streamverse.kernel.tenancy.TenantContext;

/// Behind the gate: only calls that were admitted count, whatever their answer.
@ServerFilter(patterns = Paths.TENANTS, patternStyle = FilterPatternStyle.REGEX)
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
