package io.streamverse.server.rates;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.FilterPatternStyle;
import io.streamverse.kernel.security.Paths;

/// Around the limits, so that a refusal says how things stand too.
@ServerFilter(
        patterns = {Paths.TENANTS, Paths.VIEWERS},
        patternStyle = FilterPatternStyle.REGEX)
class SayRates implements Ordered {
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 140;
    }

    @ResponseFilter
    void say(HttpRequest<?> request, MutableHttpResponse<?> response) {
        Verdicts.of(request).ifPresent(it -> it.describe(response::header));
    }
}
