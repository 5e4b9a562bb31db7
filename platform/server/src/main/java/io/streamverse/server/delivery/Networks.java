package io.streamverse.server.delivery;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Whether tokens are for one network alone, and which one a request comes from: the connection's, or, behind a proxy
/// of ours, what that says. Of a header that nobody configured nothing is believed.
@Singleton
class Networks {
    private final boolean bind;
    private final String header;

    Networks(DeliveryConfig config) {
        this.bind = config.bindNetwork();
        this.header = config.clientHeader();
        if (bind && config.pathways().stream().anyMatch(Predicate.not(String::isEmpty))) {
            throw new IllegalStateException("delivery.bind-network is for servers without delivery.pathways:"
                    + " caches elsewhere refuse tokens that name a network");
        }
    }

    /// What a token for whoever calls is bound to; empty where none is.
    Optional<Network> binding(HttpRequest<?> request) {
        return bind ? Optional.of(of(request)) : Optional.empty();
    }

    /// The last one in the header is what our proxy saw; those before it anybody may have written.
    Network of(HttpRequest<?> request) {
        if (header.isEmpty()) {
            return Network.of(request.getRemoteAddress().getAddress());
        }
        var said = List.of(String.join(",", request.getHeaders().getAll(header)).split(",", -1));
        return Network.find(said.getLast().strip())
                .orElseThrow(() -> Tokens.refused("The proxy does not say who asks"));
    }
}
