package io.streamverse.server.closing;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.kernel.http.Cursor;
import io.streamverse.kernel.http.Page;
import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.messaging.Gone;
import io.streamverse.kernel.problem.Conflict;
import io.streamverse.kernel.problem.FieldError;
import io.streamverse.kernel.problem.NotFound;
import io.streamverse.kernel.problem.Rejected;
import io.streamverse.server.closing.Erasure.AskedBy;
import io.streamverse.server.tenants.Tenant;
import io.streamverse.server.tenants.Tenants;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How erasures begin, and how they stand.
@Singleton
class Erasures {
    private final ErasureRepository erasures;
    private final Tenants tenants;
    private final Gone gone;
    private final Ids ids;
    private final InstantSource clock;

    Erasures(ErasureRepository erasures, Tenants tenants, Gone gone, Ids ids, InstantSource clock) {
        this.erasures = erasures;
        this.tenants = tenants;
        this.gone = gone;
        this.ids = ids;
        this.clock = clock;
    }

    /// Nobody but who names what they destroy.
    @Transactional("control")
    Erasure begin(String tenantId, ErasureRequest request) {
        var tenant = tenants.get(tenantId);
        if (!tenant.slug().equals(request.slug())) {
            throw new Rejected(
                    "closing.erasure.not-confirmed",
                    "The slug of this tenant is another: nothing was erased",
                    List.of(new FieldError("/slug", "is not this tenant's")));
        }
        return begin(tenant, AskedBy.OPERATOR, request.reason(), null);
    }

    @Transactional("control")
    Erasure beginAfterGrace(String tenantId, Instant overAt) {
        var tenant = tenants.get(tenantId);
        var closure = tenant.closure();
        return begin(tenant, AskedBy.GRACE, closure == null ? "" : closure.reason(), overAt);
    }

    private Erasure begin(Tenant tenant, AskedBy askedBy, String reason, @Nullable Instant overAt) {
        tenants.beginErasing(tenant.id(), overAt);
        gone.mark(tenant.id());
        var erasure = new Erasure(
                ids.next(Erasure.PREFIX),
                tenant.id(),
                tenant.slug(),
                Erasure.State.REMOVING,
                askedBy,
                reason,
                clock.instant(),
                null,
                null,
                null);
        erasures.add(erasure);
        return erasure;
    }

    Page<Erasure> list(int limit, @Nullable String after, @Nullable String tenantId) {
        return Page.of(erasures.page(Cursor.read(Erasure.PREFIX, after), tenantId, limit + 1), limit, Erasure::id);
    }

    Erasure get(String id) {
        return erasures.find(id).orElseThrow(() -> new NotFound("closing.erasure.unknown", "erasure " + id));
    }

    List<ErasureStep> steps(String id) {
        return erasures.steps(id);
    }

    String certificate(String id) {
        var certificate = get(id).certificate();
        if (certificate == null) {
            throw new Conflict("closing.erasure.running", "Not everything is erased yet: see its steps");
        }
        return certificate;
    }
}
