package io.streamverse.server.placement;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.kernel.signal.Signals;
import io.streamverse.kernel.tenancy.HostDatabase;
import io.streamverse.kernel.tenancy.TenantTransfer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/// What a step of a move changes in the control database, together, and then told to every server.
@Singleton
class Turns {
    private static final int MOST_FAILURES = 10;
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private final MoveRepository moves;
    private final PlacementRepository placements;
    private final TenantTransfer transfer;
    private final PlacementConfig config;
    private final Signals signals;
    private final InstantSource clock;

    Turns(
            MoveRepository moves,
            PlacementRepository placements,
            TenantTransfer transfer,
            PlacementConfig config,
            Signals signals,
            InstantSource clock) {
        this.moves = moves;
        this.placements = placements;
        this.transfer = transfer;
        this.config = config;
        this.signals = signals;
        this.clock = clock;
    }

    @Transactional("control")
    void pause(Move move, long attempt) {
        if (!moves.pause(move.id(), attempt, clock.instant())) {
            throw new IllegalStateException(move.id() + " was taken up by another server");
        }
        placements.leaves(move.tenant(), move.from());
        signals.send(KnownPlacements.SIGNAL, move.tenant().value());
    }

    /// From the commit on the tenant is in its new database, for everybody.
    @Transactional("control")
    void arrive(Move move, long attempt, long rows) {
        if (moves.moved(move.id(), attempt, rows, clock.instant(), config.keepLeftBehind())) {
            placements.arrives(move.tenant(), move.to());
            signals.send(KnownPlacements.SIGNAL, move.tenant().value());
        }
    }

    /// The tenant may write again where it is, unless it has arrived or somebody else is at it.
    @Transactional("control")
    void turnBack(Move move, long attempt, HostDatabase home, String reason) {
        if (!moves.isStillTheTurnOf(move.id(), attempt)) {
            return;
        }
        transfer.reopen(move.tenant(), home);
        placements.stays(move.tenant());
        var state = move.failures() + 1 < MOST_FAILURES ? MoveState.REQUESTED : MoveState.FAILED;
        moves.failed(move.id(), state, reason, clock.instant().plus(pauseAfter(move.failures())));
        signals.send(KnownPlacements.SIGNAL, move.tenant().value());
    }

    private static Duration pauseAfter(int failures) {
        var pause = Duration.ofSeconds(1L << Math.min(failures, 6));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
