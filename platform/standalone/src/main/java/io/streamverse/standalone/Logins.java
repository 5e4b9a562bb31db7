package io.streamverse.standalone;

import io.streamverse.engines.EmbeddedPostgres;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// The databases and logins that a database administrator makes elsewhere: an owner each, and one login that may act
/// in the tenants' roles and nothing else.
record Logins(EmbeddedPostgres postgres, Secrets secrets) {
    static final String CONTROL = "sv_control";
    static final String TENANT = "sv_tenant";
    static final String BILLING = "sv_billing";
    static final String SERVER_DATABASE = "streamverse";
    static final String BILLING_DATABASE = "billing";

    void prepare() {
        postgres.createDatabaseIfMissing(SERVER_DATABASE);
        postgres.createDatabaseIfMissing(BILLING_DATABASE);
        run(SERVER_DATABASE, """
                %s
                %s
                ALTER DATABASE streamverse OWNER TO sv_control;
                REVOKE ALL ON DATABASE streamverse FROM PUBLIC;
                GRANT CONNECT ON DATABASE streamverse TO sv_tenant;
                REVOKE ALL ON SCHEMA public FROM PUBLIC;
                """.formatted(login(CONTROL, "CREATEROLE"), login(TENANT, "NOINHERIT")));
        run(BILLING_DATABASE, """
                %s
                ALTER DATABASE billing OWNER TO sv_billing;
                REVOKE ALL ON DATABASE billing FROM PUBLIC;
                REVOKE ALL ON SCHEMA public FROM PUBLIC;
                """.formatted(login(BILLING, "NOCREATEROLE")));
    }

    String password(String login) {
        return secrets.get(login + ".password");
    }

    private String login(String name, String option) {
        return """
                DO $$ BEGIN
                    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN CREATE ROLE %1$s; END IF;
                END $$;
                ALTER ROLE %1$s LOGIN %2$s PASSWORD '%3$s';
                """.formatted(name, option, password(name));
    }

    private void run(String database, String sql) {
        try (var connection = DriverManager.getConnection(
                        postgres.jdbcUrl(database), postgres.superuser(), postgres.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("The logins cannot be prepared", e);
        }
    }
}
