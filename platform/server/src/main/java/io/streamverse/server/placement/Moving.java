package io.streamverse.server.placement;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.streamverse.kernel.schedule.Loop;
import io.streamverse.kernel.signal.Signals;
import io.streamverse.kernel.tenancy.HostDatabase;
import io.streamverse.kernel.tenancy.HostDatabases;
import io.streamverse.kernel.tenancy.TenantTransfer;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Goes on with every move that is not over, on each server: the lock on the tenant's schemas lets one of them through,
/// and falls with the process that holds it. So a move whose server was killed is taken up by the next within a second.
/// (What PostgreSQL refuses comes through a transaction undeclared.)
@Singleton
class Moving implements ApplicationEventListener<StartupEvent> {
    static final String SIGNAL = "moves";
    private static final Logger LOG = LoggerFactory.getLogger(Moving.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int LONGEST_REASON = 1_000;
    private final MoveRepository moves;
    private final Turns turns;
    private final TenantTransfer transfer;
    private final HostDatabases hosts;
    private final InstantSource clock;
    private final Loop loop = new Loop("tenant-moves", EVERY, this::goOn);

    Moving(
            MoveRepository moves,
            Turns turns,
            TenantTransfer transfer,
            HostDatabases hosts,
            Signals signals,
            InstantSource clock) {
        this.moves = moves;
        this.turns = turns;
        this.transfer = transfer;
        this.hosts = hosts;
        this.clock = clock;
        signals.on(SIGNAL, _ -> loop.wake());
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        if (!hosts.further().isEmpty()) {
            loop.start();
        }
    }

    @PreDestroy
    void stop() {
        loop.stop();
    }

    private void goOn() {
        for (var move : moves.due(clock.instant())) {
            if (move.state() == MoveState.MOVED) {
                clear(move);
            } else {
                new Turn(move).run();
            }
        }
    }

    private void clear(Move move) {
        try {
            transfer.clear(move.tenant(), host(move.from()));
            moves.done(move.id(), clock.instant());
        } catch (Exception e) {
            LOG.warn("What {} left in {} is not cleared away yet: {}", move.tenant(), move.from(), e.getMessage());
        }
    }

    private HostDatabase host(String name) {
        return hosts.find(name).orElseThrow(() -> new IllegalStateException("There is no database " + name));
    }

    private final class Turn implements TenantTransfer.Steps {
        private final Move move;
        private final long attempt;
        private boolean mine;

        Turn(Move move) {
            this.move = move;
            this.attempt = move.attempt() + 1;
        }

        void run() {
            try {
                var rows = transfer.copy(move.tenant(), host(move.from()), host(move.to()), this);
                if (rows.isPresent()) {
                    turns.arrive(move, attempt, rows.getAsLong());
                    LOG.info("{} is in {} now: {} rows", move.tenant(), move.to(), rows.getAsLong());
                }
            } catch (Exception e) {
                LOG.warn("{} was not moved into {}", move.tenant(), move.to(), e);
                if (mine) {
                    turns.turnBack(move, attempt, host(move.from()), words(e));
                }
            }
        }

        @Override
        public boolean begun() {
            mine = moves.begin(move);
            return mine;
        }

        @Override
        public void pause() {
            turns.pause(move, attempt);
        }

        private static String words(Exception failure) {
            var words = String.valueOf(failure.getMessage());
            return words.substring(0, Math.min(words.length(), LONGEST_REASON));
        }
    }
}
