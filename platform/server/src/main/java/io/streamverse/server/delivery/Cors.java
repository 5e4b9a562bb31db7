package io.streamverse.server.delivery;

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
import java.util.function.BiConsumer;

/// Players run on pages of any origin. The token in the address is the only credential. Around the gate, so that a page
/// can read a refusal too.
@ServerFilter(
        patterns = {Paths.SIGNED_MEDIA, Paths.MEDIA},
        patternStyle = FilterPatternStyle.REGEX)
class Cors implements Ordered {
    private static final CrossOrigin PAGES = new CrossOrigin("GET, HEAD", "*", "*");

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
        open(response.getHeaders()::set);
    }

    static void open(BiConsumer<String, String> header) {
        PAGES.open(header);
        header.accept("Cross-Origin-Resource-Policy", "cross-origin");
        header.accept("Timing-Allow-Origin", "*");
    }
}
