package io.streamverse.server.embed;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.FilterPatternStyle;
import io.streamverse.kernel.security.Paths;

/// Browsers load modules from another host only where it says that anybody may.
@ServerFilter(patterns = "/+player" + Paths.BELOW, patternStyle = FilterPatternStyle.REGEX)
class AnyOrigin {
    @ResponseFilter
    void say(MutableHttpResponse<?> response) {
        response.getHeaders().set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        response.getHeaders().set("Cross-Origin-Resource-Policy", "cross-origin");
    }
}
