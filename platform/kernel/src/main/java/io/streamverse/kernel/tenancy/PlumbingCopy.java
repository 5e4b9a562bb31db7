package io.streamverse.kernel.tenancy;

import io.streamverse.kernel.problem.Unavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// What schema `plumbing` knows of a tenant, and moves with it: the events it took, so that none is taken twice, and
/// the answers it gave, so that none is given anew. What it has still to tell is told from where it is.
final class PlumbingCopy {
    private static final String ANSWER = "tenant, environment, principal, route, key, fingerprint, status, answer, at";
    private static final Duration PAUSE = Duration.ofMillis(5);
    private final Connection source;
    private final Connection target;
    private final TenantId tenant;

    PlumbingCopy(Connection source, Connection target, TenantId tenant) {
        this.source = source;
        this.target = target;
        this.tenant = tenant;
    }

    /// Events written elsewhere later must not overtake those written here.
    void awaitNothingToTell(Duration patience) throws SQLException {
        var deadline = System.nanoTime() + patience.toNanos();
        while (tells()) {
            if (System.nanoTime() - deadline > 0) {
                throw new Unavailable("tenancy.tenant.busy", "Its events could not be sent", patience);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    long copy() throws SQLException {
        forget();
        return Piped.rows(
                        source,
                        "COPY (SELECT consumer, event_id, space, at FROM plumbing.inbox WHERE %s) TO STDOUT"
                                .formatted(marks()),
                        target,
                        "COPY plumbing.inbox (consumer, event_id, space, at) FROM STDIN")
                + Piped.rows(
                        source,
                        "COPY (SELECT %s FROM plumbing.idempotency WHERE %s) TO STDOUT".formatted(ANSWER, answers()),
                        target,
                        "COPY plumbing.idempotency (%s) FROM STDIN".formatted(ANSWER));
    }

    /// In the target.
    void forget() throws SQLException {
        try (var statement = target.createStatement()) {
            statement.execute("DELETE FROM plumbing.inbox WHERE " + marks());
            statement.execute("DELETE FROM plumbing.idempotency WHERE " + answers());
        }
    }

    private boolean tells() throws SQLException {
        try (var statement = source.createStatement();
                var row = statement.executeQuery(
                        "SELECT EXISTS (SELECT FROM plumbing.outbox WHERE tenant = '%s')".formatted(tenant))) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private String marks() {
        return "space IN ('%s', '%s')".formatted(TenantSpace.live(tenant), TenantSpace.test(tenant));
    }

    private String answers() {
        return "tenant = '%s'".formatted(tenant);
    }
}
