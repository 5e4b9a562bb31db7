package io.streamverse.kernel.http;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.streamverse.kernel.problem.Malformed;

/// An address with a zero character in it names nothing that could be stored.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class Addresses implements Ordered {
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 1;
    }

    @RequestFilter
    void read(HttpRequest<?> request) {
        if (request.getUri().toString().contains("%00")) {
            throw new Malformed("http.request.malformed", "The address holds a zero character");
        }
    }
}
