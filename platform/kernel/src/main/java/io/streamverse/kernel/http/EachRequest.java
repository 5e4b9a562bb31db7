package io.streamverse.kernel.http;

import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteInfo;
import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.metrics.LogContext;
import io.streamverse.kernel.metrics.Span;
import io.streamverse.kernel.metrics.Spans;
import io.streamverse.kernel.metrics.Trace;
import io.streamverse.kernel.problem.RequestId;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// The first to see a request and the last to see its answer: names it, ties it to its trace, measures it per room.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class EachRequest implements Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(EachRequest.class);
    private static final String STARTED = "streamverse.started";
    private static final String SPAN = "streamverse.span";
    private static final int FIRST_FAILURE = 500;
    private final Ids ids;
    private final Timings timings;
    private final Spans spans;

    EachRequest(Ids ids, Timings timings, Spans spans) {
        this.ids = ids;
        this.timings = timings;
        this.spans = spans;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @RequestFilter
    void begins(HttpRequest<?> request, MutablePropagatedContext context) {
        var id = ids.next("req");
        RequestId.set(request, id);
        request.setAttribute(STARTED, System.nanoTime());
        var span = spans.answering(request.getMethodName(), request.getHeaders().get(Trace.PARENT));
        if (spans.areTold()) {
            request.setAttribute(SPAN, span);
        }
        LogContext.enter(context, Map.of("requestId", id), span.traceparent());
    }

    @ResponseFilter
    void ends(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.header(RequestId.HEADER, RequestId.of(request));
        request.getAttribute(STARTED, Long.class)
                .ifPresent(started -> measured(request, response, System.nanoTime() - started));
        request.getAttribute(SPAN, Span.class).ifPresent(span -> end(span, request, response));
    }

    /// The pattern of the address and not the address: that may hold what is nobody's business.
    private static void end(Span span, HttpRequest<?> request, MutableHttpResponse<?> response) {
        try (span) {
            span.with("http.request.method", request.getMethodName())
                    .with("http.response.status_code", response.code())
                    .with("streamverse.tenant", MDC.get("tenant"));
            RouteAttributes.getRouteInfo(request)
                    .filter(UriRouteInfo.class::isInstance)
                    .map(UriRouteInfo.class::cast)
                    .map(it -> it.getUriMatchTemplate().toPathString())
                    .ifPresent(it -> {
                        span.with("http.route", it);
                        span.name(request.getMethodName() + " " + it);
                    });
            if (response.code() >= FIRST_FAILURE) {
                span.failed();
            }
        }
    }

    private void measured(HttpRequest<?> request, MutableHttpResponse<?> response, long nanos) {
        timings.record(room(request), request.getMethod(), response.code(), nanos);
        LOG.debug(
                "{} {} {} after {} ms",
                request.getMethodName(),
                request.getPath(),
                response.code(),
                TimeUnit.NANOSECONDS.toMillis(nanos));
    }

    private static String room(HttpRequest<?> request) {
        return RouteAttributes.getRouteMatch(request)
                .filter(MethodBasedRouteMatch.class::isInstance)
                .map(MethodBasedRouteMatch.class::cast)
                .map(route -> lastPart(route.getDeclaringType().getPackageName()))
                .orElse("none");
    }

    private static String lastPart(String packageName) {
        return packageName.substring(packageName.lastIndexOf('.') + 1);
    }
}
