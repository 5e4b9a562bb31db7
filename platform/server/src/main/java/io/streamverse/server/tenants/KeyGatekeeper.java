package io.streamverse.server.tenants;

import io.micronaut.http.HttpRequest;
import io.streamverse.kernel.problem.Forbidden;
import io.streamverse.kernel.problem.Unauthenticated;
import io.streamverse.kernel.security.Caller;
import io.streamverse.kernel.security.Gatekeeper;
import io.streamverse.kernel.tenancy.TenantSpace;
import io.streamverse.server.keys.Keys;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;

/// Admits the operator's key and tenants' keys. Where host and key name different tenants, neither is believed.
@Singleton
class KeyGatekeeper implements Gatekeeper {
    private static final String BEARER = "Bearer ";
    private final Keys keys;
    private final Standings standings;
    private final Spaces spaces;
    private final TenantsConfig config;
    private final InstantSource clock;

    KeyGatekeeper(Keys keys, Standings standings, Spaces spaces, TenantsConfig config, InstantSource clock) {
        this.keys = keys;
        this.standings = standings;
        this.spaces = spaces;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Caller admit(HttpRequest<?> request) {
        var credential = credential(request);
        if (isOperator(credential)) {
            return Caller.operator(credential);
        }
        var caller = keys.admit(credential);
        var space = caller.space();
        if (space != null) {
            demandStanding(space);
            demandSameHost(request, space);
            spaces.open(space);
        }
        return caller;
    }

    private static String credential(HttpRequest<?> request) {
        var header = request.getHeaders().getAuthorization().orElse("");
        if (!header.startsWith(BEARER) || header.length() == BEARER.length()) {
            throw new Unauthenticated("keys.key.missing", "Send a key as Authorization: Bearer");
        }
        return header.substring(BEARER.length()).strip();
    }

    private boolean isOperator(String credential) {
        return MessageDigest.isEqual(
                credential.getBytes(StandardCharsets.UTF_8),
                config.operatorKey().getBytes(StandardCharsets.UTF_8));
    }

    private void demandStanding(TenantSpace space) {
        var standing = standings
                .find(space.tenant())
                .orElseThrow(() -> new Unauthenticated("keys.key.refused", "The tenant of this key is gone"));
        var suspension = standing.suspension();
        if (suspension != null && suspension.stopsKeys(clock.instant())) {
            throw new Forbidden("tenants.tenant.suspended", "This tenant is suspended: " + suspension.reason());
        }
    }

    private void demandSameHost(HttpRequest<?> request, TenantSpace space) {
        var host = request.getHeaders().get("Host");
        var label = host == null ? "" : config.labelOf(host).orElse("");
        if (label.isEmpty()) {
            return;
        }
        var slug = standings.find(space.tenant()).map(Standing::slug).orElse("");
        if (!label.equals(config.label(slug, space.environment())) && hostIsATenants(label)) {
            throw new Unauthenticated(
                    "tenants.tenant.contradiction", "This key and this host belong to different tenants");
        }
    }

    private boolean hostIsATenants(String label) {
        return standings.findBySlug(label.replaceFirst("--test$", "")).isPresent();
    }
}
