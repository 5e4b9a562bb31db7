package io.streamverse.kernel.tenancy;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.io.ResourceResolver;
import io.streamverse.kernel.database.Migrations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes, brings up to date and removes the schema and role of a tenant environment.
///
/// Flyway itself migrates only a template schema, when the server starts. In a tenant's, the scripts that it lacks run
/// as one batch in one transaction, and their lines of Flyway's history are copied from the template: all of them or
/// none, and quickly. A server of an older release leaves alone what it does not know.
@Singleton
@Requires(property = "database.tenants.url")
public class TenantSchemas {
    static final String KIND = "tenant";
    static final String TEMPLATE = "tenant_template";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private final HostDatabases hosts;
    private final Map<String, String> scripts = new LinkedHashMap<>();
    private final String version;

    TenantSchemas(HostDatabases hosts, @Named(HostDatabase.MAIN) HostDatabase main, ResourceResolver resources) {
        this.hosts = hosts;
        var names = new Migrations(main.owner()).scripts(KIND);
        names.forEach(name -> scripts.put(name.substring(name.lastIndexOf('/') + 1), read(resources, name)));
        this.version = names.getLast().replaceAll(".*/V([0-9_]+)__.*", "$1");
    }

    /// The version that every schema has after this release's migrations.
    public String version() {
        return version;
    }

    /// The schema is there whole when this returns, whoever made it, and so are its first rows: `firstRows` runs again
    /// after a crash and beside a twin, so it does nothing where they are there already.
    ///
    /// `demandWanted` throws where nobody wants the schema any more. It is asked while no `drop` can be under
    /// way, and one that comes later removes what is made here: who stops wanting it first, and drops it then,
    /// leaves none.
    public void create(TenantSpace space, Runnable demandWanted, Runnable firstRows) {
        whereItIs(space, (connection, host) -> {
            demandWanted.run();
            if (!exists(connection, space)) {
                batch(connection, creation(space, host.login()));
            }
        });
        TenantContext.run(space, firstRows);
    }

    /// Of one that never was in use, and so never moved.
    public void unmake(TenantSpace space) {
        whereItIs(space, (connection, _) -> batch(connection, removal(space)));
    }

    /// Wherever it is, and wherever a move left something of it.
    public void drop(TenantSpace space) {
        for (var host : hosts.all()) {
            host.asOwner(connection -> {
                lock(connection, space);
                batch(connection, removal(space));
                return host;
            });
        }
    }

    /// Whoever holds a lock that a script needs is waited for so long; then nothing has changed.
    public void bringUp(TenantSpace space, Duration lockTimeout) {
        whereItIs(space, (connection, _) -> {
            var lacking = lacking(connection, space);
            if (!lacking.isEmpty()) {
                batch(connection, migration(space, lacking, lockTimeout));
            }
        });
    }

    /// False while nothing can be done to it, since its database is away.
    public boolean isReachable(TenantSpace space) {
        return !hosts.of(space.tenant()).isAway();
    }

    private interface Act {
        void in(Connection connection, HostDatabase host) throws SQLException;
    }

    /// One act at a time on a schema; if it was moved while this waited for its turn, then where it is now.
    private void whereItIs(TenantSpace space, Act act) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isDone(hosts.entered(space.tenant()), space, act)) {
            if (System.nanoTime() - deadline > 0) {
                throw MoveExplanation.later();
            }
        }
    }

    private boolean isDone(HostDatabase host, TenantSpace space, Act act) {
        return host.asOwner(connection -> {
            lock(connection, space);
            if (!hosts.settled(space.tenant()).equals(Optional.of(host))) {
                return false;
            }
            act.in(connection, host);
            return true;
        });
    }

    /// Databases of one PostgreSQL share its roles.
    String creation(TenantSpace space, String login) {
        return """
                DO $do$ BEGIN
                    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN CREATE ROLE %1$s NOLOGIN NOINHERIT; END IF;
                END $do$;
                GRANT %1$s TO %2$s WITH INHERIT FALSE, SET TRUE;
                CREATE SCHEMA %1$s;
                SET LOCAL search_path = %1$s;
                %3$s;
                CREATE TABLE flyway_schema_history (LIKE %4$s.flyway_schema_history INCLUDING ALL);
                INSERT INTO flyway_schema_history SELECT * FROM %4$s.flyway_schema_history WHERE script IN (%5$s);
                GRANT USAGE ON SCHEMA %1$s TO %1$s;
                GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %1$s TO %1$s;
                GRANT USAGE ON ALL SEQUENCES IN SCHEMA %1$s TO %1$s;
                REVOKE ALL ON flyway_schema_history FROM %1$s;
                ALTER DEFAULT PRIVILEGES IN SCHEMA %1$s GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO %1$s;
                ALTER DEFAULT PRIVILEGES IN SCHEMA %1$s GRANT USAGE ON SEQUENCES TO %1$s;
                """.formatted(
                        space.schema(),
                        login,
                        String.join("\n", scripts.values()),
                        TEMPLATE,
                        quoted(List.copyOf(scripts.keySet())));
    }

    /// A role that another database of this PostgreSQL still knows stays for that one.
    private static String removal(TenantSpace space) {
        return """
                DROP SCHEMA IF EXISTS %1$s CASCADE;
                DELETE FROM plumbing.fence WHERE role = '%1$s';
                DO $do$ BEGIN
                    DROP ROLE IF EXISTS %1$s;
                EXCEPTION WHEN dependent_objects_still_exist THEN
                    NULL;
                END $do$;
                """.formatted(space.schema());
    }

    private String migration(TenantSpace space, List<String> lacking, Duration lockTimeout) {
        return """
                SET LOCAL search_path = %1$s;
                SET LOCAL lock_timeout = %2$d;
                %3$s;
                INSERT INTO flyway_schema_history
                SELECT (SELECT max(installed_rank) FROM flyway_schema_history) + row_number() OVER (ORDER BY installed_rank),
                    version, description, type, script, checksum, installed_by, now(), execution_time, success
                FROM %4$s.flyway_schema_history WHERE script IN (%5$s);
                """.formatted(
                        space.schema(),
                        lockTimeout.toMillis(),
                        String.join("\n", lacking.stream().map(scripts::get).toList()),
                        TEMPLATE,
                        quoted(lacking));
    }

    private static String quoted(List<String> names) {
        return "'" + String.join("', '", names) + "'";
    }

    private List<String> lacking(Connection connection, TenantSpace space) throws SQLException {
        var lacking = new ArrayList<>(scripts.keySet());
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT script FROM %s.flyway_schema_history WHERE success".formatted(space.schema()))) {
            while (rows.next()) {
                lacking.remove(rows.getString(1));
            }
        }
        return lacking;
    }

    static boolean tryLock(Connection connection, TenantSpace space) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT pg_try_advisory_xact_lock(hashtextextended(?, 0))")) {
            statement.setString(1, space.schema());
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    static void lock(Connection connection, TenantSpace space) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            statement.setString(1, space.schema());
            statement.execute();
        }
    }

    static boolean exists(Connection connection, TenantSpace space) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT to_regnamespace(?) IS NOT NULL")) {
            statement.setString(1, space.schema());
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static void batch(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String read(ResourceResolver resources, String name) {
        try (var script = resources.getResourceAsStream("classpath:" + name).orElseThrow()) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
