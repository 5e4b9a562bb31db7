package io.streamverse.server.access;

import static java.util.Objects.requireNonNull;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.events.access.GrantChanged;
import io.streamverse.events.access.GrantEnded;
import io.streamverse.events.access.GrantGiven;
import io.streamverse.events.access.GrantStarted;
import io.streamverse.kernel.http.Cursor;
import io.streamverse.kernel.http.ETag;
import io.streamverse.kernel.http.Page;
import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.messaging.Outbox;
import io.streamverse.kernel.problem.Conflict;
import io.streamverse.kernel.problem.FieldError;
import io.streamverse.kernel.problem.NotFound;
import io.streamverse.server.catalog.Catalog;
import io.streamverse.server.clock.BusinessTime;
import io.streamverse.server.viewers.Viewers;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What gives viewers their tiers. No grant ever looks at another.
@Singleton
class Grants {
    private final GrantRepository grants;
    private final TierRepository tiers;
    private final Viewers viewers;
    private final Catalog catalog;
    private final BusinessTime time;
    private final Outbox outbox;
    private final Ids ids;

    Grants(
            GrantRepository grants,
            TierRepository tiers,
            Viewers viewers,
            Catalog catalog,
            BusinessTime time,
            Outbox outbox,
            Ids ids) {
        this.grants = grants;
        this.tiers = tiers;
        this.viewers = viewers;
        this.catalog = catalog;
        this.time = time;
        this.outbox = outbox;
        this.ids = ids;
    }

    void demandViewer(String viewerId) {
        if (!viewers.exists(viewerId)) {
            throw new NotFound("viewers.viewer.unknown", "viewer " + viewerId);
        }
    }

    Page<TierGrantResponse> list(String viewerId, int limit, @Nullable String after, @Nullable String externalId) {
        demandViewer(viewerId);
        var rows = grants.page(viewerId, Cursor.read(TierGrant.PREFIX, after), externalId, limit + 1);
        return Page.of(rows, limit, TierGrant::id).map(this::response);
    }

    TierGrant get(String viewerId, String id) {
        demandViewer(viewerId);
        return grants.find(viewerId, id).orElseThrow(() -> unknown(id));
    }

    TierGrantResponse response(TierGrant grant) {
        return TierGrantResponse.of(grant, time.now());
    }

    /// The same from the same source once more gives nothing more, and nothing again.
    @Transactional
    TierGrant give(String viewerId, NewGrantRequest request) {
        var source = request.origin();
        if (!source.isNamed()) {
            throw Tiers.invalid(new FieldError("/source/externalId", "must not be null: only a grant may have none"));
        }
        demandTier(request.tier());
        var before = before(viewerId, source);
        if (before.isPresent()) {
            return same(before.get(), request);
        }
        demandTitle(request.titleId());
        var grant = grants.save(TierGrant.given(ids.next(TierGrant.PREFIX), viewerId, request, time.now()));
        outbox.add(new GrantGiven(
                grant.id(),
                viewerId,
                grant.tier(),
                grant.until(),
                source.kind().label(),
                source.externalId(),
                grant.titleId(),
                grant.watchWithinHours()));
        return grant;
    }

    @Transactional
    TierGrant change(String viewerId, String id, @Nullable String ifMatch, UnaryOperator<GrantPatch> edit) {
        var current = lock(viewerId, id);
        ETag.demand(ifMatch, current.version());
        var wanted = edit.apply(GrantPatch.of(current));
        if (current.isEnded()) {
            throw new Conflict("access.grant.ended", "Grant %s was taken away; give another".formatted(id));
        }
        if (!wanted.tier().equals(current.tier())) {
            demandTier(wanted.tier());
        }
        var grant = grants.update(current.with(wanted));
        outbox.add(new GrantChanged(id, viewerId, grant.tier(), grant.until(), grant.watchWithinHours()));
        return grant;
    }

    /// Once: who takes it away again finds it so.
    @Transactional
    void end(String viewerId, String id) {
        var current = lock(viewerId, id);
        if (!current.isEnded()) {
            grants.update(current.ended(time.now()));
            outbox.add(new GrantEnded(id, viewerId, current.tier()));
        }
    }

    /// Once, by whatever is watched first.
    @Transactional
    void start(String viewerId, String id) {
        var current = lock(viewerId, id);
        var started = current.started(time.now());
        if (!started.equals(current)) {
            grants.update(started);
            outbox.add(
                    new GrantStarted(id, viewerId, started.tier(), started.titleId(), requireNonNull(started.end())));
        }
    }

    private Optional<TierGrant> before(String viewerId, GrantSource source) {
        var externalId = source.externalId();
        if (externalId == null) {
            return Optional.empty();
        }
        grants.beAlone(viewerId, source.kind().name(), externalId);
        return grants.ofSource(viewerId, source.kind().name(), externalId);
    }

    private static TierGrant same(TierGrant before, NewGrantRequest request) {
        if (!before.gives(request)) {
            throw new Conflict(
                    "access.grant.source-taken",
                    "Grant %s comes from this source and gives something else; change it".formatted(before.id()));
        }
        return before;
    }

    private TierGrant lock(String viewerId, String id) {
        demandViewer(viewerId);
        return grants.lock(viewerId, id).orElseThrow(() -> unknown(id));
    }

    private void demandTier(String name) {
        if (tiers.hold(name).isEmpty()) {
            throw Tiers.invalid(new FieldError("/tier", "is no tier of this environment"));
        }
    }

    private void demandTitle(@Nullable String id) {
        if (id != null && catalog.playable(id).isEmpty()) {
            throw Tiers.invalid(new FieldError("/titleId", "is no title of this environment"));
        }
    }

    private static NotFound unknown(String id) {
        return new NotFound("access.grant.unknown", "grant " + id);
    }
}
