package io.streamverse.server.viewers;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.FilterPatternStyle;
import io.streamverse.kernel.http.CrossOrigin;
import io.streamverse.kernel.security.Paths;

/// A tenant's own page or app, on whatever origin, may be all that ours is. The access token is the only credential.
/// Around the gate, so that it can read a refusal too.
@ServerFilter(
        patterns = {Paths.VIEWERS, Paths.KEYS_OF_VIEWERS},
        patternStyle = FilterPatternStyle.REGEX)
class PagesElsewhere implements Ordered {
    private static final CrossOrigin PAGES = new CrossOrigin(
            "GET, HEAD, POST, PUT, PATCH, DELETE",
            "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, StreamVerse-Version,"
                    + " X-StreamVerse-Tenant, traceparent",
            "*");

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 50;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> preflight(HttpRequest<?> request) {
        return PAGES.preflight(request).orElse(null);
    }

    @ResponseFilter
    void say(MutableHttpResponse<?> response) {
        PAGES.open(response);
    }
}
