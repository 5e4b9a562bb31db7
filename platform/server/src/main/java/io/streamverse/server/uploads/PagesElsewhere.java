package io.streamverse.server.uploads;

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

/// A page may bring a film from an origin that its tenant has named: browsers ask first, without a key, and are told
/// what can be sent; `DemandOrigin` asks where the page is from, once the key has said whose it is.
@ServerFilter(patterns = UploadsController.PATH + Paths.BELOW, patternStyle = FilterPatternStyle.REGEX)
class PagesElsewhere implements Ordered {
    private static final CrossOrigin PAGES = new CrossOrigin(
            "POST, HEAD, PATCH, DELETE, OPTIONS",
            String.join(
                    ", ",
                    "Authorization",
                    "Content-Type",
                    "X-Requested-With",
                    "X-StreamVerse-Tenant",
                    TusHeaders.METHOD,
                    TusHeaders.RESUMABLE,
                    TusHeaders.LENGTH,
                    TusHeaders.OFFSET,
                    TusHeaders.METADATA,
                    TusHeaders.CONCAT,
                    TusHeaders.CHECKSUM),
            String.join(
                    ", ",
                    "Location",
                    "Request-Id",
                    "Retry-After",
                    TusHeaders.RESUMABLE,
                    TusHeaders.VERSION,
                    TusHeaders.EXTENSION,
                    TusHeaders.MAX_SIZE,
                    TusHeaders.ALGORITHMS,
                    TusHeaders.OFFSET,
                    TusHeaders.LENGTH,
                    TusHeaders.METADATA,
                    TusHeaders.CONCAT,
                    TusHeaders.EXPIRES,
                    TusHeaders.ASSET));

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
