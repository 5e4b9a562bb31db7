package io.streamverse.kernel.tenancy;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.io.ResourceResolver;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.transaction.TransactionOperations;
import io.streamverse.kernel.database.Migrations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/// Makes and removes the schema and role of a tenant environment.
///
/// A new schema is not migrated step by step: the scripts run as one batch and Flyway's history is copied from a
/// template schema that Flyway itself migrated when the server started.
@Singleton
@Requires(property = "database.tenants.url")
public class TenantSchemas {
    private static final String KIND = "tenant";
    private static final String TEMPLATE = "tenant_template";
    private final TransactionOperations<Connection> control;
    private final Migrations migrations;
    private final String login;
    private final String scripts;
    private final String version;

    TenantSchemas(
            @Named("control") TransactionOperations<Connection> control,
            @Named("control") DataSource owner,
            TenantLogin login,
            ResourceResolver resources) {
        this.control = control;
        this.migrations = new Migrations(DelegatingDataSource.unwrapDataSource(owner));
        this.login = login.username();
        migrations.migrate(KIND, TEMPLATE);
        var names = migrations.scripts(KIND);
        this.scripts = names.stream().map(name -> read(resources, name)).collect(Collectors.joining("\n"));
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
        control.executeWrite(status -> {
            var connection = status.getConnection();
            lock(connection, space);
            demandWanted.run();
            if (!exists(connection, space)) {
                batch(connection, creation(space));
            }
            return space;
        });
        TenantContext.run(space, firstRows);
    }

    public void drop(TenantSpace space) {
        control.executeWrite(status -> {
            var connection = status.getConnection();
            lock(connection, space);
            if (exists(connection, space)) {
                batch(connection, "DROP SCHEMA %1$s CASCADE; DROP ROLE %1$s".formatted(space.schema()));
            }
            return space;
        });
    }

    public void migrate(TenantSpace space) {
        migrations.migrate(KIND, space.schema());
    }

    public void validate(TenantSpace space) {
        migrations.validate(KIND, space.schema());
    }

    private String creation(TenantSpace space) {
        return """
                CREATE ROLE %1$s NOLOGIN NOINHERIT;
                GRANT %1$s TO %2$s WITH INHERIT FALSE, SET TRUE;
                CREATE SCHEMA %1$s;
                SET LOCAL search_path = %1$s;
                %3$s;
                CREATE TABLE flyway_schema_history (LIKE %4$s.flyway_schema_history INCLUDING ALL);
                INSERT INTO flyway_schema_history SELECT * FROM %4$s.flyway_schema_history;
                GRANT USAGE ON SCHEMA %1$s TO %1$s;
                GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %1$s TO %1$s;
                GRANT USAGE ON ALL SEQUENCES IN SCHEMA %1$s TO %1$s;
                REVOKE ALL ON flyway_schema_history FROM %1$s;
                ALTER DEFAULT PRIVILEGES IN SCHEMA %1$s GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO %1$s;
                ALTER DEFAULT PRIVILEGES IN SCHEMA %1$s GRANT USAGE ON SEQUENCES TO %1$s;
                """.formatted(space.schema(), login, scripts, TEMPLATE);
    }

    private static void lock(Connection connection, TenantSpace space) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            statement.setString(1, space.schema());
            statement.execute();
        }
    }

    private static boolean exists(Connection connection, TenantSpace space) throws SQLException {
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
