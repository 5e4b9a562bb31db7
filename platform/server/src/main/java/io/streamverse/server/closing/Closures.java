package io.streamverse.server.closing;

import io.streamverse.kernel.problem.Conflict;
import io.streamverse.kernel.problem.FieldError;
import io.streamverse.kernel.problem.Forbidden;
import io.streamverse.kernel.problem.Rejected;
import io.streamverse.kernel.tenancy.Environment;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.server.tenants.Closure;
import io.streamverse.server.tenants.Closure.AskedBy;
import io.streamverse.server.tenants.Tenants;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/// Who may close and reopen. A tenant ends itself only with a key of its live environment and after the least grace,
/// and takes back only what it asked for itself.
@Singleton
class Closures {
    private final Tenants tenants;
    private final ClosingConfig config;
    private final InstantSource clock;

    Closures(Tenants tenants, ClosingConfig config, InstantSource clock) {
        this.tenants = tenants;
        this.config = config;
        this.clock = clock;
    }

    void demandKnown(String id) {
        tenants.get(id);
    }

    Closure close(String id, ClosureRequest request) {
        return close(id, request, AskedBy.OPERATOR);
    }

    void reopen(String id) {
        tenants.reopen(id);
    }

    Closure closeOwn(ClosureRequest request) {
        var id = demandLive();
        demandOwn(id);
        if (request.grace(config.grace()).compareTo(config.leastGrace()) < 0) {
            throw new Rejected(
                    "closing.closure.grace-too-short",
                    "A tenant can change its mind for %d days at least"
                            .formatted(config.leastGrace().toDays()),
                    List.of(new FieldError("/graceDays", "is too short")));
        }
        return close(id, request, AskedBy.TENANT);
    }

    void reopenOwn() {
        var id = demandLive();
        demandOwn(id);
        tenants.reopen(id);
    }

    private Closure close(String id, ClosureRequest request, AskedBy askedBy) {
        var now = clock.instant();
        var closure = new Closure(askedBy, request.reason(), now, now.plus(request.grace(config.grace())));
        tenants.close(id, closure);
        return closure;
    }

    private static String demandLive() {
        var space = TenantContext.current();
        if (space.environment() != Environment.LIVE) {
            throw new Forbidden("closing.closure.live-only", "A tenant ends as a whole: use a key of live");
        }
        return space.tenant().value();
    }

    private void demandOwn(String id) {
        var closure = tenants.get(id).closure();
        if (closure != null && closure.askedBy() == AskedBy.OPERATOR) {
            throw new Conflict("closing.closure.operators", "The operator closes this tenant: speak with them");
        }
    }
}
