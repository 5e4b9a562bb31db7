package io.streamverse.server.tenants;

import io.streamverse.kernel.problem.Unavailable;
import io.streamverse.kernel.tenancy.Environment;
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
    private final SpaceRepository spaces;
    private final Migration migration;
    private final Branding branding;
    private final Limits limits;
    private final InstantSource clock;

    Spaces(
            TenantSchemas schemas,
            TenantRepository tenants,
            SpaceRepository spaces,
            Migration migration,
            Branding branding,
            Limits limits,
            InstantSource clock) {
        this.schemas = schemas;
        this.tenants = tenants;
        this.spaces = spaces;
        this.migration = migration;
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

    void record(TenantSpace space) {
        spaces.add(space.tenant(), space.environment().label(), schemas.version(), clock.instant());
    }

    /// Before the first request of an environment. One that an older server made, or that a wave left behind, is
    /// brought up to date now.
    void open(TenantSpace space) {
        if (open.contains(space)) {
            return;
        }
        spaces.find(space.tenant(), space.environment().label())
                .ifPresentOrElse(migration::demandCurrent, () -> makeAnew(space));
        open.add(space);
    }

    private void makeAnew(TenantSpace space) {
        var tenant = tenants.findById(space.tenant()).orElseThrow();
        make(space, tenant.name(), tenant.plan());
        record(space);
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

    /// Wherever they were.
    void erase(TenantId tenant) {
        for (var environment : Environment.values()) {
            schemas.drop(new TenantSpace(tenant, environment));
        }
    }

    void remove(TenantId tenant) {
        for (var environment : Environment.values()) {
            schemas.unmake(new TenantSpace(tenant, environment));
        }
    }
}
