package io.streamverse.server.access;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.kernel.http.ETag;
import io.streamverse.kernel.problem.Conflict;
import io.streamverse.kernel.problem.FieldError;
import io.streamverse.kernel.problem.NotFound;
import io.streamverse.kernel.problem.Rejected;
import io.streamverse.server.clock.BusinessTime;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The tiers as the tenant edits them. Four are there from the start.
@Singleton
class Tiers {
    private static final int MOST = 50;
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private final TierRepository tiers;
    private final KnownTiers known;
    private final BusinessTime time;
    private final InstantSource clock;

    Tiers(TierRepository tiers, KnownTiers known, BusinessTime time, InstantSource clock) {
        this.tiers = tiers;
        this.known = known;
        this.time = time;
        this.clock = clock;
    }

    record Put(TierRow tier, boolean isNew) {}

    List<TierRow> all() {
        return tiers.all();
    }

    TierRow get(String name) {
        return tiers.find(name).orElseThrow(() -> unknown(name));
    }

    /// As a whole, whether it was there or not.
    @Transactional
    Put put(String name, @Nullable String ifMatch, TierPatch wanted) {
        tiers.beAlone();
        var before = tiers.lock(name);
        ETag.demand(ifMatch, before.map(TierRow::version).orElse(-1));
        demandSound(wanted);
        known.changes(name);
        if (before.isPresent()) {
            return new Put(tiers.update(before.get().with(wanted, clock.instant())), false);
        }
        demandRoomFor(name);
        return new Put(tiers.save(TierRow.first(name, wanted, clock.instant())), true);
    }

    @Transactional
    TierRow change(String name, @Nullable String ifMatch, UnaryOperator<TierPatch> edit) {
        var current = lock(name);
        ETag.demand(ifMatch, current.version());
        var wanted = edit.apply(TierPatch.of(current));
        demandSound(wanted);
        known.changes(name);
        return tiers.update(current.with(wanted, clock.instant()));
    }

    @Transactional
    void delete(String name) {
        var tier = lock(name);
        if (tiers.isGiven(name, time.now())) {
            throw new Conflict("access.tier.in-use", "Viewers have %s still; end their grants first".formatted(name));
        }
        known.changes(name);
        tiers.delete(tier);
    }

    private TierRow lock(String name) {
        return tiers.lock(name).orElseThrow(() -> unknown(name));
    }

    private void demandRoomFor(String name) {
        if (!NAME.matcher(name).matches()) {
            throw invalid(new FieldError("/name", "1 to 63 of a-z, 0-9 and -, with no - at either end"));
        }
        if (tiers.all().size() >= MOST) {
            throw new Conflict("access.tier.too-many", "There are %d tiers already".formatted(MOST));
        }
    }

    private static void demandSound(TierPatch wanted) {
        var faults = wanted.faults();
        if (!faults.isEmpty()) {
            throw invalid(faults.toArray(FieldError[]::new));
        }
    }

    static Rejected invalid(FieldError... faults) {
        return new Rejected("http.request.invalid", "Some fields break a rule; see errors", List.of(faults));
    }

    private static NotFound unknown(String name) {
        return new NotFound("access.tier.unknown", "tier " + name);
    }
}
