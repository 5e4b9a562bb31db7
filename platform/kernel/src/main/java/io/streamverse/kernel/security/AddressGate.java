package io.streamverse.kernel.security;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.FilterPatternStyle;
import io.streamverse.kernel.metrics.LogContext;
import io.streamverse.kernel.tenancy.TenantContext;
import java.util.Map;

/// In front of media, which players fetch with a token in the address and no other credential: what it opens belongs
/// to one tenant. Runs where the request came in: nothing here waits. A preflight request shows nothing.
@ServerFilter(
        patterns = {Paths.SIGNED_MEDIA, Paths.MEDIA},
        patternStyle = FilterPatternStyle.REGEX)
@Requires(bean = AddressKeeper.class)
class AddressGate implements Ordered {
    private final AddressKeeper keeper;

    AddressGate(AddressKeeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 100;
    }

    @RequestFilter
    void admit(HttpRequest<?> request, MutablePropagatedContext context) {
        if (request.getMethod() == HttpMethod.OPTIONS) {
            return;
        }
        var space = keeper.admit(request);
        TenantContext.enter(context, space);
        LogContext.add(
                context,
                Map.of(
                        "tenant",
                        space.tenant().value(),
                        "env",
                        space.environment().label()));
    }
}
