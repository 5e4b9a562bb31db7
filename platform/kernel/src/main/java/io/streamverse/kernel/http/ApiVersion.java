package io.streamverse.kernel.http;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.streamverse.kernel.problem.Malformed;
import java.util.List;

/// Who pins the API's behaviour to a date gets that date back, and everybody else the newest; there is one so far.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class ApiVersion implements Ordered {
    static final String HEADER = "StreamVerse-Version";
    private static final List<String> KNOWN = List.of("2026-11-20");
    static final String NEWEST = KNOWN.getLast();

    /// The request has its id before it can be refused.
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 1;
    }

    @RequestFilter
    void demandKnown(HttpRequest<?> request) {
        for (var wanted : request.getHeaders().getAll(HEADER)) {
            if (!KNOWN.contains(wanted)) {
                throw new Malformed(
                        "http.version.unknown", "%s takes %s".formatted(HEADER, String.join(" or ", KNOWN)));
            }
        }
    }

    @ResponseFilter
    void echo(HttpRequest<?> request, MutableHttpResponse<?> response) {
        var wanted = request.getHeaders().getFirst(HEADER).filter(KNOWN::contains);
        response.header(HEADER, wanted.orElse(NEWEST));
    }
}
