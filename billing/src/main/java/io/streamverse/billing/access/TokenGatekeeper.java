package io.streamverse.billing.access;

import io.micronaut.http.HttpRequest;
import io.streamverse.kernel.problem.Unauthenticated;
import io.streamverse.kernel.security.Caller;
import io.streamverse.kernel.security.Gatekeeper;
import io.streamverse.kernel.security.InternalTokens;
import jakarta.inject.Singleton;

@Singleton
class TokenGatekeeper implements Gatekeeper {
    private static final String BEARER = "Bearer ";
    private final InternalTokens tokens;

    TokenGatekeeper(InternalTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Caller admit(HttpRequest<?> request) {
        var header = request.getHeaders().getAuthorization().orElse("");
        if (!header.startsWith(BEARER)) {
            throw new Unauthenticated("internal.token.refused", "Not a token of ours");
        }
        return tokens.verify("billing", header.substring(BEARER.length()));
    }
}
