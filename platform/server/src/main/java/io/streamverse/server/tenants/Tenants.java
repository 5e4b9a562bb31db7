package io.streamverse.server.tenants;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.events.tenants.TenantChanged;
import io.streamverse.events.tenants.TenantClosing;
import io.streamverse.events.tenants.TenantErased;
import io.streamverse.events.tenants.TenantReopened;
import io.streamverse.events.tenants.TenantResumed;
import io.streamverse.events.tenants.TenantSuspended;
import io.streamverse.kernel.http.Cursor;
import io.streamverse.kernel.http.ETag;
import io.streamverse.kernel.http.Page;
import io.streamverse.kernel.messaging.Outbox;
import io.streamverse.kernel.problem.Conflict;
import io.streamverse.kernel.problem.FieldError;
import io.streamverse.kernel.problem.Forbidden;
import io.streamverse.kernel.problem.NotFound;
import io.streamverse.kernel.problem.Rejected;
import io.streamverse.kernel.problem.Unauthenticated;
import io.streamverse.kernel.signal.Signals;
import io.streamverse.kernel.tenancy.Environment;
import io.streamverse.kernel.tenancy.TenantId;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

@Singleton
public class Tenants {
    static final String SIGNAL = "tenants";
    private final TenantRepository tenants;
    private final Outbox outbox;
    private final Signals signals;
    private final Standings standings;
    private final Spaces spaces;
    private final TenantsConfig config;

    Tenants(
            TenantRepository tenants,
            Outbox outbox,
            Signals signals,
            Standings standings,
            Spaces spaces,
            TenantsConfig config) {
        this.tenants = tenants;
        this.outbox = outbox;
        this.signals = signals;
        this.standings = standings;
        this.spaces = spaces;
        this.config = config;
    }

    /// The environment at a host, as `aurora.example.com` or `aurora--test.example.com:8080`; empty where it is
    /// nobody's.
    public Optional<TenantSpace> at(String host) {
        return config.labelOf(host).flatMap(this::named);
    }

    /// The environment that `aurora` or `aurora--test` names.
    public Optional<TenantSpace> named(String label) {
        var slug = label.endsWith(TenantsConfig.TEST)
                ? label.substring(0, label.length() - TenantsConfig.TEST.length())
                : label;
        var environment = slug.equals(label) ? Environment.LIVE : Environment.TEST;
        return standings.findBySlug(slug).map(it -> new TenantSpace(it.id(), environment));
    }

    /// The host of an environment as a client sends it; empty where the tenant is gone.
    public Optional<String> hostOf(TenantSpace space) {
        return standings.find(space.tenant()).map(it -> config.host(it.slug(), space.environment()));
    }

    /// Before the first word of one who watches: is the tenant there and not shut, and is this environment made? Why it
    /// is shut is no viewer's business.
    public void admit(TenantSpace space, Instant now) {
        var standing = standings
                .find(space.tenant())
                .orElseThrow(() -> new Unauthenticated("tenants.tenant.missing", "There is no such tenant"));
        if (standing.isOver(now)
                || (standing.suspension() != null && standing.suspension().stopsKeys(now))) {
            throw new Forbidden("tenants.tenant.suspended", "This service is closed");
        }
        spaces.open(space);
    }

    /// True from when a suspension, or the tenant's end, stops viewers from watching.
    public boolean stopsPlayback(TenantId id, Instant now) {
        return standings.find(id).filter(it -> it.stopsPlayback(now)).isPresent();
    }

    /// Whether the tenant has named this origin, as browsers say it, for pages of its own.
    public boolean allows(TenantId id, String origin) {
        return standings.find(id).map(Standing::allowedOrigins).orElse(Set.of()).contains(origin);
    }

    public Page<Tenant> list(int limit, @Nullable String after, @Nullable String slug, @Nullable String externalId) {
        var rows = tenants.page(Cursor.read(TenantId.PREFIX, after), slug, externalId, limit + 1);
        return Page.of(rows, limit, tenant -> tenant.id().value());
    }

    public Tenant get(String id) {
        return TenantId.find(id)
                .flatMap(tenants::findById)
                .filter(tenant -> tenant.state() == Tenant.State.ACTIVE)
                .orElseThrow(() -> new NotFound("tenants.tenant.unknown", "tenant " + id));
    }

    @Transactional("control")
    Tenant change(String id, @Nullable String ifMatch, UnaryOperator<TenantPatch> edit) {
        var current = get(id);
        ETag.demand(ifMatch, current.version());
        var patch = edit.apply(TenantPatch.of(current));
        demandPlan(patch.plan());
        demandFreeExternalId(patch.externalId(), holder -> holder.id().equals(current.id()));
        var changed = tenants.update(current.with(patch));
        outbox.add(
                TenantSpace.live(changed.id()),
                new TenantChanged(id, changed.name(), changed.plan(), changed.ownerEmail(), changed.ownerName()));
        signals.send(SIGNAL, id);
        return changed;
    }

    @Transactional("control")
    public Tenant suspend(String id, Suspension suspension) {
        var suspended = tenants.update(get(id).with(suspension));
        outbox.add(
                TenantSpace.live(suspended.id()),
                new TenantSuspended(id, suspension.level().label(), suspension.reason(), suspension.at()));
        signals.send(SIGNAL, id);
        return suspended;
    }

    @Transactional("control")
    public Tenant resume(String id) {
        var current = get(id);
        if (current.suspension() == null) {
            return current;
        }
        var resumed = tenants.update(current.with((Suspension) null));
        outbox.add(TenantSpace.live(resumed.id()), new TenantResumed(id));
        signals.send(SIGNAL, id);
        return resumed;
    }

    /// From now on nothing new is built; at its end keys and playback stop.
    @Transactional("control")
    public Tenant close(String id, Closure closure) {
        var closing = tenants.update(get(id).with(closure));
        outbox.add(
                TenantSpace.live(closing.id()),
                new TenantClosing(
                        id, closure.askedBy().name().toLowerCase(Locale.ROOT), closure.reason(), closure.endsAt()));
        signals.send(SIGNAL, id);
        return closing;
    }

    @Transactional("control")
    public Tenant reopen(String id) {
        var current = get(id);
        if (current.closure() == null) {
            return current;
        }
        var reopened = tenants.update(current.with((Closure) null));
        outbox.add(TenantSpace.live(reopened.id()), new TenantReopened(id));
        signals.send(SIGNAL, id);
        return reopened;
    }

    /// Those that nobody can reopen any more.
    public List<TenantId> over(Instant now) {
        return tenants.over(now).stream().map(TenantId::new).toList();
    }

    /// Here it ends for everybody who asks, on every server: keys, hosts, viewers' sessions. With an instant only a
    /// tenant whose closure is over then, whatever was read of it before.
    @Transactional("control")
    public void beginErasing(TenantId id, @Nullable Instant overAt) {
        if (tenants.erase(id, overAt) == 0) {
            throw new NotFound("tenants.tenant.unknown", "tenant " + id);
        }
        signals.send(SIGNAL, id.value());
    }

    /// The last that is known of it goes, and its slug is nobody's until then.
    @Transactional("control")
    public void forget(TenantId id, String slug, Instant heldUntil, TenantErased erased) {
        tenants.forgetErased(id);
        tenants.hold(slug, heldUntil);
        outbox.add(TenantSpace.live(id), erased);
    }

    void demandPlan(String plan) {
        if (!tenants.planExists(plan)) {
            throw new Rejected(
                    "tenants.plan.unknown",
                    "There is no plan " + plan,
                    List.of(new FieldError("/plan", "names no plan; see /operator/v1/plans")));
        }
    }

    void demandFreeExternalId(@Nullable String externalId, Predicate<Tenant> allowed) {
        if (externalId == null) {
            return;
        }
        tenants.findByExternalId(externalId).filter(allowed.negate()).ifPresent(_ -> {
            throw new Conflict("tenants.tenant.external-id-taken", "Another tenant has the externalId " + externalId);
        });
    }
}
