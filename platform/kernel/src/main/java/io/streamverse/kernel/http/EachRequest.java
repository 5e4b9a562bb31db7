package io.streamverse.kernel.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.metrics.LogContext;
import io.streamverse.kernel.problem.RequestId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The first to see a request and the last to see its answer: names it, ties it to its trace, measures it per room.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class EachRequest implements Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(EachRequest.class);
    private static final String STARTED = "streamverse.started";
    private final Ids ids;
    private final MeterRegistry metrics;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    EachRequest(Ids ids, MeterRegistry metrics) {
        this.ids = ids;
        this.metrics = metrics;
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
        LogContext.enter(context, Map.of("requestId", id), request.getHeaders().get("traceparent"));
    }

    @ResponseFilter
    void ends(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.header(RequestId.HEADER, RequestId.of(request));
        request.getAttribute(STARTED, Long.class)
                .ifPresent(started -> measured(request, response, System.nanoTime() - started));
    }

    private void measured(HttpRequest<?> request, MutableHttpResponse<?> response, long nanos) {
        var kind = new Kind(room(request), request.getMethod(), response.code());
        timers.computeIfAbsent(kind, this::timer).record(nanos, TimeUnit.NANOSECONDS);
        LOG.debug(
                "{} {} {} after {} ms",
                request.getMethodName(),
                request.getPath(),
                response.code(),
                TimeUnit.NANOSECONDS.toMillis(nanos));
    }

    private Timer timer(Kind kind) {
        return metrics.timer(
                "streamverse.http",
                "room",
                kind.room,
                "method",
                kind.method.name(),
                "status",
                String.valueOf(kind.status));
    }

    /// What one series of the metric counts; looking it up in the registry would sort and hash its tags each time.
    private record Kind(String room, HttpMethod method, int status) {}

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
