package io.streamverse.server.placement;

import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.problem.Conflict;
import io.streamverse.kernel.problem.FieldError;
import io.streamverse.kernel.problem.NotFound;
import io.streamverse.kernel.problem.Rejected;
import io.streamverse.kernel.signal.Signals;
import io.streamverse.kernel.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/// What the operator asks for; Moving does it.
@Singleton
class Moves {
    private final MoveRepository moves;
    private final Placement placement;
    private final Signals signals;
    private final Ids ids;
    private final InstantSource clock;

    Moves(MoveRepository moves, Placement placement, Signals signals, Ids ids, InstantSource clock) {
        this.moves = moves;
        this.placement = placement;
        this.signals = signals;
        this.ids = ids;
        this.clock = clock;
    }

    List<Move> of(String tenant) {
        demandTenant(tenant);
        return moves.of(tenant);
    }

    TenantId demandTenant(String tenant) {
        if (!moves.tenantExists(tenant)) {
            throw new NotFound("tenants.tenant.unknown", "tenant " + tenant);
        }
        return new TenantId(tenant);
    }

    Move begin(TenantId tenant, String database) {
        var target = placement.fills().stream()
                .filter(it -> it.host().name().equals(database))
                .findFirst()
                .orElseThrow(() -> new Rejected(
                        "placement.database.unknown",
                        "There is no database " + database,
                        List.of(new FieldError("/database", "names no database; see /operator/v1/databases"))));
        var from = placement.of(tenant);
        if (from.equals(database)) {
            throw new Conflict("placement.move.there-already", "The tenant is in " + database);
        }
        if (!target.hasRoom()) {
            throw new Conflict("placement.database.no-room", database + " is full, or away");
        }
        var move = moves.add(ids.next("mov"), tenant, from, database, clock.instant())
                .orElseThrow(() -> new Conflict(
                        "placement.move.under-way", "The tenant is being moved, or what it left is still there"));
        signals.send(Moving.SIGNAL, "");
        return move;
    }
}
