package io.streamverse.kernel.security;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.AnnotationMetadata;
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
import io.streamverse.kernel.problem.Unauthenticated;
import io.streamverse.kernel.tenancy.TenantContext;

/// In front of what viewers' apps call, and before any body is read: on whose host, and who watches.
@ServerFilter(
        patterns = {Paths.VIEWERS, Paths.KEYS_OF_VIEWERS},
        patternStyle = FilterPatternStyle.REGEX)
@Requires(bean = ViewerGatekeeper.class)
class ViewerGate implements Ordered {
    private final ViewerGatekeeper gatekeeper;

    ViewerGate(ViewerGatekeeper gatekeeper) {
        this.gatekeeper = gatekeeper;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 100;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void admit(HttpRequest<?> request, MutablePropagatedContext context) {
        if (checksItself(request)) {
            return;
        }
        var space = gatekeeper.space(request);
        var caller = TenantContext.call(space, () -> gatekeeper.admit(request, space));
        demandSignedIn(request, caller);
        TenantContext.enter(context, space);
        LogContext.add(context, Gate.words(space));
        caller.enter(request);
    }

    private static boolean checksItself(HttpRequest<?> request) {
        return RouteAttributes.getRouteMatch(request).orElse(null) instanceof MethodBasedRouteMatch<?, ?> route
                && route.getAnnotationMetadata().hasAnnotation(BySignature.class);
    }

    private static void demandSignedIn(HttpRequest<?> request, Caller caller) {
        if (!(RouteAttributes.getRouteMatch(request).orElse(null) instanceof MethodBasedRouteMatch<?, ?> route)) {
            return;
        }
        if (wantsViewer(request, route.getAnnotationMetadata()) && caller.kind() != Caller.Kind.VIEWER) {
            throw new Unauthenticated(
                    "viewers.token.missing", "Sign in, and send the access token as Authorization: Bearer");
        }
    }

    private static boolean wantsViewer(HttpRequest<?> request, AnnotationMetadata route) {
        if (route.hasAnnotation(ForViewers.class)) {
            return true;
        }
        if (route.hasAnnotation(ForGuests.class)) {
            return false;
        }
        throw new IllegalStateException(request.getPath() + " does not say for whom it is");
    }
}
