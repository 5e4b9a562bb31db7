package io.streamverse.kernel.security;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.FilterPatternStyle;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import io.streamverse.kernel.metrics.LogContext;
import io.streamverse.kernel.problem.Forbidden;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.kernel.tenancy.TenantSpace;
import java.util.Map;

/// In front of every tenant's and operator's route, and before any body is read: who calls, may they, whose data is it.
@ServerFilter(
        patterns = {Paths.TENANTS, Paths.OPERATORS},
        patternStyle = FilterPatternStyle.REGEX)
@Requires(bean = Gatekeeper.class)
class Gate implements Ordered {
    private final Gatekeeper gatekeeper;

    Gate(Gatekeeper gatekeeper) {
        this.gatekeeper = gatekeeper;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 100;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void admit(HttpRequest<?> request, MutablePropagatedContext context) {
        var caller = gatekeeper.admit(request);
        var space = caller.space();
        if (request.getPath().startsWith("/operator/")) {
            demandOperator(caller);
        } else if (space == null) {
            throw new Forbidden(
                    "keys.operator.no-tenant", "The operator's key has no tenant: use one of the tenant's keys");
        } else {
            demandScope(request, caller);
            TenantContext.enter(context, space);
            LogContext.add(context, words(space));
        }
        caller.enter(request);
    }

    private static void demandOperator(Caller caller) {
        if (caller.kind() != Caller.Kind.OPERATOR) {
            throw new Forbidden("keys.key.not-operator", "This is for the operator of the platform");
        }
    }

    private void demandScope(HttpRequest<?> request, Caller caller) {
        if (!(RouteAttributes.getRouteMatch(request).orElse(null) instanceof MethodBasedRouteMatch<?, ?> route)) {
            return;
        }
        var scope = route.getAnnotationMetadata()
                .stringValue(RequiredScope.class)
                .orElseThrow(() -> new IllegalStateException(request.getPath() + " names no scope"));
        if (!caller.may(scope)) {
            throw new Forbidden("keys.scope.missing", "This key lacks the scope " + scope);
        }
        gatekeeper.admit(caller, scope);
    }

    static Map<String, String> words(TenantSpace space) {
        return Map.of(
                "tenant", space.tenant().value(), "env", space.environment().label());
    }
}
