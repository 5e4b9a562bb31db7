package io.streamverse.server.viewers;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.streamverse.kernel.problem.Unauthenticated;
import io.streamverse.kernel.security.Bearer;
import io.streamverse.kernel.security.Caller;
import io.streamverse.kernel.security.ViewerGatekeeper;
import io.streamverse.kernel.tenancy.TenantSpace;
import io.streamverse.server.tenants.Tenants;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Optional;

/// Admits viewers with an access token, and guests. Host, token and header must not name different environments.
@Singleton
class TokenGatekeeper implements ViewerGatekeeper {
    private static final String TENANT = "X-StreamVerse-Tenant";
    private final AccessTokens tokens;
    private final Tenants tenants;
    private final ViewersConfig config;
    private final InstantSource clock;

    TokenGatekeeper(AccessTokens tokens, Tenants tenants, ViewersConfig config, InstantSource clock) {
        this.tokens = tokens;
        this.tenants = tenants;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public TenantSpace space(HttpRequest<?> request) {
        var named = new LinkedHashSet<Optional<TenantSpace>>();
        var host = request.getHeaders().get(HttpHeaders.HOST);
        tenants.at(host == null ? "" : host).ifPresent(it -> named.add(Optional.of(it)));
        token(request).ifPresent(it -> named.add(Optional.of(tokens.claimed(it))));
        request.getHeaders().getAll(TENANT).forEach(it -> named.add(tenants.named(it)));
        if (named.size() > 1) {
            throw new Unauthenticated(
                    "tenants.tenant.contradiction", "Host, token and " + TENANT + " name different tenants");
        }
        return named.stream()
                .findFirst()
                .flatMap(it -> it)
                .orElseThrow(() -> new Unauthenticated(
                        "tenants.tenant.missing", "Neither host nor token nor " + TENANT + " names a tenant"));
    }

    @Override
    public Caller admit(HttpRequest<?> request, TenantSpace space) {
        tenants.admit(space, clock.instant());
        var token = token(request);
        if (token.isEmpty()) {
            return Caller.guest(space);
        }
        var it = tokens.verify(token.get(), space);
        return Caller.viewer(it.viewerId(), it.sessionId(), space, config.secret() + space + it.sessionId());
    }

    /// A guest sends none at all: another scheme, or two at once, is no guest.
    private static Optional<String> token(HttpRequest<?> request) {
        if (!request.getHeaders().contains(HttpHeaders.AUTHORIZATION)) {
            return Optional.empty();
        }
        return Optional.of(Bearer.of(request)
                .orElseThrow(() -> new Unauthenticated(
                        "viewers.token.refused", "Send one access token as Authorization: Bearer, or none")));
    }
}
