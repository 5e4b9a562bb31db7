package io.streamverse.server.rates;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.FilterPatternStyle;
import io.micronaut.web.router.RouteAttributes;
import io.streamverse.kernel.problem.ProblemWriter;
import io.streamverse.kernel.problem.TooManyRequests;
import io.streamverse.kernel.security.Caller;
import io.streamverse.kernel.security.InLane;
import io.streamverse.kernel.security.Lane;
import io.streamverse.kernel.security.Paths;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.server.delivery.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Behind the gate, before a body is read or a call is counted: the caller's own bucket of the route's lane, then the
/// environment's.
@ServerFilter(
        patterns = {Paths.TENANTS, Paths.VIEWERS},
        patternStyle = FilterPatternStyle.REGEX)
@Requires(property = "rate-limits.mode", notEquals = "off")
class LimitRates implements Ordered {
    private static final String EVERYBODY = "tenant";
    private final Map<String, Rate> rates;
    private final Buckets buckets;
    private final Delivery delivery;
    private final ProblemWriter problems;
    private final Refusals refusals;

    LimitRates(RatesConfig config, Buckets buckets, Delivery delivery, ProblemWriter problems, Refusals refusals) {
        this.rates =
                config.rates().stream().map(Rate::parse).collect(Collectors.toMap(Rate::name, Function.identity()));
        this.buckets = buckets;
        this.delivery = delivery;
        this.problems = problems;
        this.refusals = refusals;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 150;
    }

    /// What checks itself, by a signature, has nobody here yet.
    @RequestFilter
    @Nullable
    HttpResponse<?> limit(HttpRequest<?> request) {
        if (TenantContext.find().isEmpty()) {
            return null;
        }
        var verdicts = verdicts(request);
        verdicts.enter(request);
        return verdicts.refusal().map(it -> refuse(request, it)).orElse(null);
    }

    private HttpResponse<?> refuse(HttpRequest<?> request, Verdict verdict) {
        var rate = verdict.rate();
        var response = problems.write(
                request,
                new TooManyRequests(
                        "rates.limit.exceeded",
                        "%s takes %d requests a second, and %d at once"
                                .formatted(rate.name(), rate.perSecond(), rate.burst()),
                        Duration.ofMillis(verdict.waitMillis())));
        refusals.remember(request, verdict, response);
        return response;
    }

    private Verdicts verdicts(HttpRequest<?> request) {
        var lane = lane(request);
        var caller = Caller.of(request);
        var own = buckets.take(name(caller, request), rate(whose(caller), lane));
        return new Verdicts(
                own.isPassed() ? List.of(own, buckets.take(EVERYBODY, rate(EVERYBODY, lane))) : List.of(own));
    }

    private Rate rate(String whose, Lane lane) {
        var name = whose + '-' + lane.name().toLowerCase(Locale.ROOT);
        return Objects.requireNonNull(rates.get(name), name);
    }

    private static Lane lane(HttpRequest<?> request) {
        var usual = request.getPath().startsWith("/viewer/") ? Lane.PLAYBACK : Lane.CONSOLE;
        return RouteAttributes.getRouteMatch(request)
                .flatMap(it -> it.getAnnotationMetadata().enumValue(InLane.class, Lane.class))
                .orElse(usual);
    }

    private static String whose(Caller caller) {
        return caller.kind().name().toLowerCase(Locale.ROOT);
    }

    private String name(Caller caller, HttpRequest<?> request) {
        return caller.kind() == Caller.Kind.GUEST ? delivery.clientOf(request).cidr() : caller.id();
    }
}
