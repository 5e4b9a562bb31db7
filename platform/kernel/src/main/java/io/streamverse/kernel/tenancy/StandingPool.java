package io.streamverse.kernel.tenancy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A pool whose connections wait in the schema where they last worked, so that a tenant who comes back finds one
/// there, or else one that was there before: its back end knows the tenant's tables already, and few others'. Fewer
/// work at once than are kept; where none knows the tenant, the one that has waited longest gets to.
final class StandingPool {
    private static final Logger LOG = LoggerFactory.getLogger(StandingPool.class);
    private static final long TRUSTED_NANOS = Duration.ofMillis(500).toNanos();
    private static final long UNUSED_NANOS = Duration.ofSeconds(30).toNanos();
    private static final long LEASE_NANOS = Duration.ofMinutes(10).toNanos();
    private static final int VALID_WITHIN_SECONDS = 2;

    private final String database;
    private final HikariDataSource kept;
    private final Semaphore turns;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private int leased;

    /// A connection leased from the pool beneath, and the schemas it has been in; old leases go back, so that it can
    /// renew what it counts.
    record Lease(Connection connection, long untilNanos, Set<String> known) {}

    private record Waiting(Lease lease, @Nullable String schema, long sinceNanos) {
        boolean longerThan(long nanos) {
            return System.nanoTime() - sinceNanos > nanos;
        }
    }

    StandingPool(String database, HikariDataSource kept, int atWork) {
        this.database = database;
        this.kept = kept;
        this.turns = new Semaphore(atWork);
    }

    String database() {
        return database;
    }

    Connection lend(String schema) throws SQLException {
        awaitTurn();
        try {
            return LentConnection.of(leaseFor(schema), this);
        } catch (SQLException | RuntimeException e) {
            turns.release();
            throw e;
        }
    }

    void takeBack(Lease lease, boolean altered) throws SQLException {
        try {
            if (altered || lease.connection().isClosed() || System.nanoTime() - lease.untilNanos() > 0) {
                end(lease);
            } else {
                keep(lease);
            }
        } finally {
            turns.release();
        }
    }

    /// What nobody came back to goes to the pool beneath, which closes it in its time.
    void endUnused() {
        endAllThatWaited(UNUSED_NANOS);
    }

    void endAll() {
        endAllThatWaited(-1);
    }

    private void endAllThatWaited(long nanos) {
        try {
            for (var next = oldest(nanos); next != null; next = oldest(nanos)) {
                end(next.lease());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A connection could not be given back", e);
        }
    }

    private void awaitTurn() throws SQLException {
        try {
            if (!turns.tryAcquire(kept.getConnectionTimeout(), TimeUnit.MILLISECONDS)) {
                throw new SQLTransientConnectionException(kept.getPoolName() + ": every connection is at work");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("Interrupted while waiting for a connection", e);
        }
    }

    private Lease leaseFor(String schema) throws SQLException {
        var found = find(schema);
        try {
            if (found != null
                    && (!found.longerThan(TRUSTED_NANOS)
                            || found.lease().connection().isValid(VALID_WITHIN_SECONDS))) {
                return found.lease();
            }
            if (found != null) {
                discard(found.lease());
            }
            return new Lease(kept.getConnection(), System.nanoTime() + LEASE_NANOS, new HashSet<>());
        } catch (SQLException | RuntimeException e) {
            forget();
            throw e;
        }
    }

    /// One that broke says so once more when it is closed.
    private static void discard(Lease broken) {
        try {
            broken.connection().close();
        } catch (SQLException e) {
            LOG.debug("A connection was broken", e);
        }
    }

    /// One that stands in the schema; else none, to have another leased; else one that knows it; else the one that has
    /// waited longest.
    private synchronized @Nullable Waiting find(String schema) {
        for (var newestFirst = waiting.descendingIterator(); newestFirst.hasNext(); ) {
            var one = newestFirst.next();
            if (schema.equals(one.schema())) {
                newestFirst.remove();
                return one;
            }
        }
        if (leased < kept.getMaximumPoolSize()) {
            leased++;
            return null;
        }
        for (var oldestFirst = waiting.iterator(); oldestFirst.hasNext(); ) {
            var one = oldestFirst.next();
            if (one.lease().known().contains(schema)) {
                oldestFirst.remove();
                return one;
            }
        }
        return waiting.removeFirst();
    }

    private void keep(Lease lease) throws SQLException {
        try {
            var connection = lease.connection();
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            connection.setReadOnly(false);
            connection.clearWarnings();
            var schema = connection.unwrap(PGConnection.class).getParameterStatus("search_path");
            synchronized (this) {
                if (schema != null) {
                    lease.known().add(schema);
                }
                waiting.addLast(new Waiting(lease, schema, System.nanoTime()));
            }
        } catch (SQLException e) {
            end(lease);
            throw e;
        }
    }

    private synchronized @Nullable Waiting oldest(long waitedLongerThanNanos) {
        var oldest = waiting.peekFirst();
        return oldest != null && oldest.longerThan(waitedLongerThanNanos) ? waiting.removeFirst() : null;
    }

    private void end(Lease lease) throws SQLException {
        try {
            lease.connection().close();
        } finally {
            forget();
        }
    }

    private synchronized void forget() {
        leased--;
    }
}
