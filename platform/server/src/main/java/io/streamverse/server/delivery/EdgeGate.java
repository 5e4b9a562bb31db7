package io.streamverse.server.delivery;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.FilterPatternStyle;
import io.streamverse.kernel.security.Paths;

/// In front of everything that edges ask for themselves.
@ServerFilter(patterns = EdgesController.PATH + Paths.BELOW, patternStyle = FilterPatternStyle.REGEX)
class EdgeGate implements Ordered {
    private final Keeper keeper;

    EdgeGate(Keeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 100;
    }

    @RequestFilter
    void admit(HttpRequest<?> request) {
        keeper.demandEdge(request);
    }
}
