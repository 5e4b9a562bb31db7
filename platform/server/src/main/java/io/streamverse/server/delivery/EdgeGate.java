package io.streamverse.server.delivery;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/// In front of everything that edges ask for themselves.
@ServerFilter(EdgesController.PATH + "/**")
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
