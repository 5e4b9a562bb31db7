package io.streamverse.kernel.tenancy;

import io.micronaut.context.annotation.Requires;
import io.streamverse.kernel.problem.Unavailable;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/// Copies a tenant's schemas, with what `plumbing` knows of it, into another database while nobody can write.
///
/// From the moment that the copy is whole, the database it was made from refuses the tenant's roles by itself: a server
/// that has not heard of the move can no more write there, nor read what is old. That stays until the copy left behind
/// is cleared away, or `reopen` says that it is the tenant's home after all.
@Singleton
@Requires(property = "database.tenants.url")
public class TenantTransfer {
    /// The class of the locks that `plumbing.caller()` shares.
    private static final int FENCE = 7_165_002;

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private final TenantSchemas schemas;
    private final HostDatabases hosts;

    TenantTransfer(TenantSchemas schemas, HostDatabases hosts) {
        this.schemas = schemas;
        this.hosts = hosts;
    }

    public interface Steps {
        /// Nobody else is at it. False: somebody else was, since this move was looked at; nothing is done then.
        boolean begun();

        /// All is prepared: from here on nobody should write, so that those who do are soon done.
        void pause();
    }

    /// How many rows were copied; empty where somebody else is at work on the tenant's schemas. After an exception
    /// nothing has changed, but that the tenant may be refused where it is: `reopen` undoes that.
    public OptionalLong copy(TenantId tenant, HostDatabase from, HostDatabase to, Steps steps) {
        return from.asOwner(source -> {
            takeYourTime(source);
            if (!locked(source, tenant) || !steps.begun()) {
                return OptionalLong.empty();
            }
            var spaces = spacesIn(source, tenant);
            var rows = to.asOwner(target -> {
                takeYourTime(target);
                return copied(tenant, spaces, source, target, to.login(), steps);
            });
            refuse(source, spaces);
            return OptionalLong.of(rows);
        });
    }

    /// The tenant stays where it is, and may write again.
    public void reopen(TenantId tenant, HostDatabase home) {
        home.asOwner(connection -> {
            for (var space : spacesIn(connection, tenant)) {
                run(connection, """
                        DELETE FROM plumbing.fence WHERE role = '%1$s';
                        GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %1$s TO %1$s;
                        GRANT USAGE ON ALL SEQUENCES IN SCHEMA %1$s TO %1$s;
                        REVOKE ALL ON %1$s.flyway_schema_history FROM %1$s;
                        """.formatted(space.schema()));
            }
            return home;
        });
    }

    /// What a tenant left behind where it is no more. Its roles stay: connections may still stand in them.
    public void clear(TenantId tenant, HostDatabase left) {
        left.asOwner(connection -> {
            for (var space : spaces(tenant)) {
                TenantSchemas.lock(connection, space);
            }
            if (hosts.settled(tenant)
                    .filter(home -> !home.name().equals(left.name()))
                    .isEmpty()) {
                throw new IllegalStateException("%s is in %s again, or on its way".formatted(tenant, left));
            }
            for (var space : spaces(tenant)) {
                run(connection, """
                        DROP SCHEMA IF EXISTS %1$s CASCADE;
                        DELETE FROM plumbing.fence WHERE role = '%1$s';
                        """.formatted(space.schema()));
            }
            new PlumbingCopy(connection, connection, tenant).forget();
            return left;
        });
    }

    private long copied(
            TenantId tenant, List<TenantSpace> spaces, Connection source, Connection target, String login, Steps steps)
            throws SQLException {
        var copies = spaces.stream()
                .map(space -> new SchemaCopy(source, target, space))
                .toList();
        for (var copy : copies) {
            copy.prepare(schemas.creation(copy.space(), login));
        }
        var plumbing = new PlumbingCopy(source, target, tenant);
        steps.pause();
        lockOut(source, spaces);
        plumbing.awaitNothingToTell(PATIENCE);
        var rows = plumbing.copy();
        for (var copy : copies) {
            rows += copy.copy();
        }
        return rows;
    }

    /// Until the end of the transaction. Those who write now are waited for, in short turns, so that nobody who comes
    /// stands behind us for long.
    private static void lockOut(Connection source, List<TenantSpace> spaces) throws SQLException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        run(source, "SET LOCAL lock_timeout = 100");
        while (!lockedOut(source, spaces)) {
            if (System.nanoTime() - deadline > 0) {
                throw new Unavailable("tenancy.tenant.busy", "Somebody wrote all the time", PATIENCE);
            }
        }
        run(source, "SET LOCAL lock_timeout = 0");
    }

    private static boolean lockedOut(Connection source, List<TenantSpace> spaces) throws SQLException {
        var before = source.setSavepoint();
        try {
            for (var space : spaces) {
                SchemaCopy.lockTables(source, space);
                run(source, "SELECT pg_advisory_xact_lock(%d, hashtext('%s'))".formatted(FENCE, space.role()));
            }
            return true;
        } catch (SQLException e) {
            if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw e;
            }
            source.rollback(before);
            return false;
        }
    }

    private static void refuse(Connection source, List<TenantSpace> spaces) throws SQLException {
        for (var space : spaces) {
            run(source, """
                    INSERT INTO plumbing.fence (role) VALUES ('%1$s') ON CONFLICT DO NOTHING;
                    REVOKE ALL ON ALL TABLES IN SCHEMA %1$s FROM %1$s;
                    REVOKE ALL ON ALL SEQUENCES IN SCHEMA %1$s FROM %1$s;
                    """.formatted(space.schema()));
        }
    }

    private static boolean locked(Connection connection, TenantId tenant) throws SQLException {
        for (var space : spaces(tenant)) {
            if (!TenantSchemas.tryLock(connection, space)) {
                return false;
            }
        }
        return true;
    }

    private static List<TenantSpace> spacesIn(Connection connection, TenantId tenant) throws SQLException {
        var found = new ArrayList<TenantSpace>();
        for (var space : spaces(tenant)) {
            if (TenantSchemas.exists(connection, space)) {
                found.add(space);
            }
        }
        return found;
    }

    private static List<TenantSpace> spaces(TenantId tenant) {
        return Arrays.stream(Environment.values())
                .map(it -> new TenantSpace(tenant, it))
                .toList();
    }

    /// A large tenant takes longer than a request may, and one side waits while the other works.
    private static void takeYourTime(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, 0);
        run(connection, "SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0");
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
