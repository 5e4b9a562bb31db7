package io.streamverse.server.delivery;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/// Players run on pages of any origin. The token in the address is the only credential, so nothing is given to a page
/// that its address would not give it. Around the gate, so that a page can read a refusal too.
@ServerFilter({"/URISigningPackage=*/m/**", "/m/**"})
class Cors implements Ordered {
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
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, OPTIONS")
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "*")
                .header(HttpHeaders.ACCESS_CONTROL_MAX_AGE, DAY);
    }

    @ResponseFilter
    void say(MutableHttpResponse<?> response) {
        allow(response);
    }

    private static MutableHttpResponse<?> allow(MutableHttpResponse<?> response) {
        var headers = response.getHeaders();
        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "*");
        headers.set("Cross-Origin-Resource-Policy", "cross-origin");
        headers.set("Timing-Allow-Origin", "*");
        return response;
    }
}
