package io.streamverse.standalone;

import io.streamverse.engines.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.Map;

/// The databases and logins of the standalone, for programs that tests start one by one.
public record TestDatabases(EmbeddedPostgres postgres, Path secrets) {
    public static final String SERVER = Logins.SERVER_DATABASE;
    public static final String BILLING = Logins.BILLING_DATABASE;
    public static final String SERVER_LOGIN = Logins.CONTROL;
    public static final String BILLING_LOGIN = Logins.BILLING;

    public TestDatabases {
        new Logins(postgres, new Secrets(secrets)).prepare();
    }

    public Map<String, String> ofServer() {
        return Map.of(
                "DATABASE_CONTROL_URL", postgres.jdbcUrl(SERVER),
                "DATABASE_CONTROL_USERNAME", SERVER_LOGIN,
                "DATABASE_CONTROL_PASSWORD", password(SERVER_LOGIN),
                "DATABASE_TENANTS_URL", postgres.jdbcUrl(SERVER),
                "DATABASE_TENANTS_USERNAME", Logins.TENANT,
                "DATABASE_TENANTS_PASSWORD", password(Logins.TENANT));
    }

    public Map<String, String> ofBilling() {
        return Map.of(
                "DATABASE_CONTROL_URL", postgres.jdbcUrl(BILLING),
                "DATABASE_CONTROL_USERNAME", BILLING_LOGIN,
                "DATABASE_CONTROL_PASSWORD", password(BILLING_LOGIN));
    }

    private String password(String login) {
        return new Logins(postgres, new Secrets(secrets)).password(login);
    }
}
