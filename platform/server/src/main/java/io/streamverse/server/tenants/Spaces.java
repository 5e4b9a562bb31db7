package io.streamverse.server.tenants;

import io.streamverse.kernel.problem.Unavailable;
import io.streamverse.kernel.tenancy.Environment;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.kernel.tenancy.TenantId;
import io.streamverse.kernel.tenancy.TenantSchemas;
import io.streamverse.kernel.tenancy.TenantSpace;
import io.streamverse.server.branding.Branding;
import io.streamverse.server.limits.Limits;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The environments that have their schema: live from the start, test when it is first used.
@Singleton
class Spaces {
    private final Set<TenantSpace> open = ConcurrentHashMap.newKeySet();
    private final TenantSchemas schemas;
    private final TenantRepository tenants;
    private final Branding branding;
    private final Limits limits;
    private final InstantSource clock;

    Spaces(TenantSchemas schemas, TenantRepository tenants, Branding branding, Limits limits, InstantSource clock) {
        this.schemas = schemas;
        this.tenants = tenants;
        this.branding = branding;
        this.limits = limits;
        this.clock = clock;
    }

    void make(TenantSpace space, String name, String plan) {
        var allowances = tenants.allowances(plan);
        schemas.create(space, () -> demandWanted(space.tenant()), () -> {
            branding.begin(name);
            limits.begin(allowances);
        });
    }

    /// For an environment from before there were quotas.
    void beginQuotas(TenantSpace space) {
        var tenant = tenants.findById(space.tenant()).orElseThrow();
        var allowances = tenants.allowances(tenant.plan());
        TenantContext.run(space, () -> limits.begin(allowances));
    }

    void record(TenantSpace space) {
        tenants.addSpace(space.tenant(), space.environment().label(), schemas.version(), clock.instant());
    }

    /// Before the first request of an environment: live is there since sign-up.
    void open(TenantSpace space) {
        if (space.environment() == Environment.LIVE || open.contains(space)) {
            return;
        }
        if (!tenants.spaceExists(space.tenant(), space.environment().label())) {
            var tenant = tenants.findById(space.tenant()).orElseThrow();
            make(space, tenant.name(), tenant.plan());
            record(space);
        }
        open.add(space);
    }

    static Unavailable tooSlow() {
        return new Unavailable(
                "tenants.tenant.creation-too-slow",
                "Making the tenant took too long and was given up; try again",
                Duration.ofSeconds(1));
    }

    private void demandWanted(TenantId tenant) {
        if (!tenants.isWanted(tenant)) {
            throw tooSlow();
        }
    }

    void remove(TenantId tenant) {
        for (var environment : Environment.values()) {
            schemas.drop(new TenantSpace(tenant, environment));
        }
    }
}
