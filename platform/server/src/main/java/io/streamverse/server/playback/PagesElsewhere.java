package io.streamverse.server.playback;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.jspecify.annotations.Nullable;

/// A tenant's own page, on whatever host, may play. The access token is the only credential and no cookie goes along,
/// so a page gets nothing that its token would not give it. Around the gate, so that it can read a refusal too.
@ServerFilter({Answers.PATH + "/**", PagesElsewhere.EVENTS})
class PagesElsewhere implements Ordered {
    /// Where a player tells how it goes.
    static final String EVENTS = "/viewer/v1/events";

    private static final String DAY = "86400";

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 50;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> preflight(HttpRequest<?> request) {
        if (request.getMethod() != HttpMethod.OPTIONS) {
            return null;
        }
        return allow(HttpResponse.noContent())
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "POST, DELETE, OPTIONS")
                .header(
                        HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS,
                        "Authorization, Content-Type, Idempotency-Key, StreamVerse-Version, X-StreamVerse-Tenant")
                .header(HttpHeaders.ACCESS_CONTROL_MAX_AGE, DAY);
    }

    @ResponseFilter
    void say(MutableHttpResponse<?> response) {
        allow(response);
    }

    private static MutableHttpResponse<?> allow(MutableHttpResponse<?> response) {
        response.getHeaders().set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        response.getHeaders().set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "*");
        return response;
    }
}
