package io.streamverse.server.tenants;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.streamverse.kernel.problem.Forbidden;
import io.streamverse.kernel.problem.Unauthenticated;
import io.streamverse.kernel.security.Bearer;
import io.streamverse.kernel.security.Caller;
import io.streamverse.kernel.security.Gatekeeper;
import io.streamverse.kernel.security.Scope;
import io.streamverse.kernel.tenancy.Environment;
import io.streamverse.kernel.tenancy.TenantSpace;
import io.streamverse.server.console.ConsoleSessions;
import io.streamverse.server.keys.Keys;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Set;

/// Admits the operator's key and tenants' keys, the latter also from behind a session of the console. Where host or
/// header and key name different tenants, none is believed.
@Singleton
class KeyGatekeeper implements Gatekeeper {
    private static final String TENANT = "X-StreamVerse-Tenant";
    /// What a tenant that closes does no more. It still reads everything, and serves the viewers it has.
    private static final Set<String> BUILDING = Set.of(
            Scope.MEDIA_WRITE,
            Scope.CATALOG_WRITE,
            Scope.BRANDING_WRITE,
            Scope.DRM_WRITE,
            Scope.QUOTAS_WRITE,
            Scope.CLOCK_WRITE,
            Scope.TENANT_WRITE);

    private final ConsoleSessions sessions;
    private final Keys keys;
    private final Standings standings;
    private final Spaces spaces;
    private final TenantsConfig config;
    private final InstantSource clock;

    KeyGatekeeper(
            ConsoleSessions sessions,
            Keys keys,
            Standings standings,
            Spaces spaces,
            TenantsConfig config,
            InstantSource clock) {
        this.sessions = sessions;
        this.keys = keys;
        this.standings = standings;
        this.spaces = spaces;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Caller admit(HttpRequest<?> request) {
        var credential = Bearer.of(request)
                .or(() -> sessions.key(request))
                .orElseThrow(() -> new Unauthenticated("keys.key.missing", "Send a key as Authorization: Bearer"));
        if (isOperator(credential)) {
            return Caller.operator(credential);
        }
        var caller = keys.admit(credential);
        var space = caller.space();
        if (space != null) {
            var standing = standing(space);
            demandSameHost(request, standing, space.environment());
            demandSameName(request, standing);
            demandAdmitted(standing);
            spaces.open(space);
        }
        return caller;
    }

    @Override
    public void admit(Caller caller, String scope) {
        var space = caller.space();
        if (space != null && BUILDING.contains(scope) && standing(space).closure() != null) {
            throw new Forbidden("tenants.tenant.closing", "This tenant is closing: nothing new is begun");
        }
    }

    private boolean isOperator(String credential) {
        return MessageDigest.isEqual(
                credential.getBytes(StandardCharsets.UTF_8),
                config.operatorKey().getBytes(StandardCharsets.UTF_8));
    }

    private Standing standing(TenantSpace space) {
        return standings
                .find(space.tenant())
                .orElseThrow(() -> new Unauthenticated("keys.key.refused", "The tenant of this key is gone"));
    }

    private void demandAdmitted(Standing standing) {
        if (standing.isOver(clock.instant())) {
            throw new Forbidden("tenants.tenant.closed", "This tenant is closed and will be erased");
        }
        var suspension = standing.suspension();
        if (suspension != null && suspension.stopsKeys(clock.instant())) {
            throw new Forbidden("tenants.tenant.suspended", "This tenant is suspended: " + suspension.reason());
        }
    }

    private void demandSameHost(HttpRequest<?> request, Standing standing, Environment environment) {
        var host = request.getHeaders().get(HttpHeaders.HOST);
        var label = host == null ? "" : config.labelOf(host).orElse("");
        if (!label.isEmpty() && !label.equals(config.label(standing.slug(), environment)) && hostIsATenants(label)) {
            throw contradiction("This key and this host belong to different tenants");
        }
    }

    private boolean hostIsATenants(String label) {
        return standings
                .findBySlug(label.replaceFirst(TenantsConfig.TEST + "$", ""))
                .isPresent();
    }

    /// The header speaks where nothing else does; over a key it is never believed.
    private static void demandSameName(HttpRequest<?> request, Standing standing) {
        if (!request.getHeaders().getAll(TENANT).stream().allMatch(standing.slug()::equals)) {
            throw contradiction("This key does not belong to the tenant that " + TENANT + " names");
        }
    }

    private static Unauthenticated contradiction(String detail) {
        return new Unauthenticated("tenants.tenant.contradiction", detail);
    }
}
