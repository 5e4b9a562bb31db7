package io.streamverse.server.tenants;

import io.streamverse.kernel.health.Readiness;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Until billing has told us its plans, once in a database's life, nobody can sign up.
@Singleton
class PlansReadiness implements Readiness {
    private final TenantRepository tenants;
    private volatile boolean known;

    PlansReadiness(TenantRepository tenants) {
        this.tenants = tenants;
    }

    @Override
    public String part() {
        return "plans";
    }

    @Override
    public Optional<String> missing() {
        known = known || tenants.plansAreKnown();
        return known ? Optional.empty() : Optional.of("not yet heard from billing");
    }
}
