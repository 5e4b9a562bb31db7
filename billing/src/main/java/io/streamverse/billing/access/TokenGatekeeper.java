package io.streamverse.billing.access;

import io.micronaut.http.HttpRequest;
import io.streamverse.kernel.problem.Unauthenticated;
import io.streamverse.kernel.security.Bearer;
import io.streamverse.kernel.security.Caller;
import io.streamverse.kernel.security.Gatekeeper;
import io.streamverse.kernel.security.InternalTokens;
import jakarta.inject.Singleton;

@Singleton
class TokenGatekeeper implements Gatekeeper {
    private final InternalTokens tokens;

    TokenGatekeeper(InternalTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Caller admit(HttpRequest<?> request) {
        return Bearer.of(request)
                .map(token -> tokens.verify("billing", token))
                .orElseThrow(() -> new Unauthenticated("internal.token.refused", "Not a token of ours"));
    }
}
