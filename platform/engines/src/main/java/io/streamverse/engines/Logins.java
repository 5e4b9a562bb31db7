package io.streamverse.engines;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.UnaryOperator;

/// What a database administrator makes elsewhere: a database for the server and one for billing, an owner each, and one
/// login that may act in the tenants' roles and nothing else.
///
/// `passwords` tells a login's password.
public record Logins(
        Postgres postgres, String serverDatabase, String billingDatabase, UnaryOperator<String> passwords) {
    public static final String CONTROL = "sv_control";
    public static final String TENANT = "sv_tenant";
    public static final String BILLING = "sv_billing";

    public void prepare() {
        postgres.createDatabaseIfMissing(serverDatabase);
        postgres.createDatabaseIfMissing(billingDatabase);
        run(serverDatabase, login(CONTROL, "CREATEROLE") + login(TENANT, "NOINHERIT"));
        openToServer(serverDatabase);
        run(billingDatabase, """
                %2$s
                ALTER DATABASE %1$s OWNER TO sv_billing;
                REVOKE ALL ON DATABASE %1$s FROM PUBLIC;
                REVOKE ALL ON SCHEMA public FROM PUBLIC;
                """.formatted(billingDatabase, login(BILLING, "NOCREATEROLE")));
    }

    /// One more database for tenants' schemas, for the same logins.
    public void prepareFurther(String name) {
        postgres.createDatabaseIfMissing(further(name));
        openToServer(further(name));
    }

    /// What the further database of this name is called in PostgreSQL.
    public String further(String name) {
        return serverDatabase + "_" + name;
    }

    /// The server's settings that lead it to a further database.
    public Map<String, Object> ofServer(String name) {
        var key = "databases." + name;
        return Map.of(
                key + ".url", postgres.nearUrl(further(name)),
                key + ".username", TENANT,
                key + ".password", passwords.apply(TENANT),
                key + ".owner-username", CONTROL,
                key + ".owner-password", passwords.apply(CONTROL));
    }

    /// The server's settings that lead it to its database.
    public Map<String, Object> ofServer() {
        var url = postgres.nearUrl(serverDatabase);
        return Map.of(
                "database.control.url", url,
                "database.control.username", CONTROL,
                "database.control.password", passwords.apply(CONTROL),
                "database.tenants.url", url,
                "database.tenants.username", TENANT,
                "database.tenants.password", passwords.apply(TENANT));
    }

    /// Billing's settings that lead it to its database.
    public Map<String, Object> ofBilling() {
        return Map.of(
                "database.control.url", postgres.nearUrl(billingDatabase),
                "database.control.username", BILLING,
                "database.control.password", passwords.apply(BILLING));
    }

    private void openToServer(String database) {
        run(database, """
                ALTER DATABASE %1$s OWNER TO sv_control;
                REVOKE ALL ON DATABASE %1$s FROM PUBLIC;
                GRANT CONNECT ON DATABASE %1$s TO sv_tenant;
                REVOKE ALL ON SCHEMA public FROM PUBLIC;
                """.formatted(database));
    }

    private String login(String name, String option) {
        return """
                DO $$ BEGIN
                    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN CREATE ROLE %1$s; END IF;
                END $$;
                ALTER ROLE %1$s LOGIN %2$s PASSWORD '%3$s';
                """.formatted(name, option, passwords.apply(name));
    }

    private void run(String database, String sql) {
        try (var connection = DriverManager.getConnection(
                        postgres.jdbcUrl(database), postgres.superuser(), postgres.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("The logins cannot be prepared", e);
        }
    }
}
