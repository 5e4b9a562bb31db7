package io.streamverse.standalone;

import static java.util.stream.Collectors.toMap;

import io.streamverse.engines.Logins;
import io.streamverse.engines.Postgres;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// The databases and logins of the standalone, for programs that tests start one by one.
public final class TestDatabases {
    public static final String SERVER = "streamverse";
    public static final String BILLING = "billing";
    public static final String SERVER_LOGIN = Logins.CONTROL;
    public static final String BILLING_LOGIN = Logins.BILLING;
    private final Logins logins;

    public TestDatabases(Postgres postgres, Path secrets) {
        this(postgres, secrets, SERVER, BILLING);
    }

    /// Others, with the same logins.
    public TestDatabases(Postgres postgres, Path secrets, String server, String billing) {
        var kept = new Secrets(secrets);
        this.logins = new Logins(postgres, server, billing, login -> kept.get(login + ".password"));
        logins.prepare();
    }

    public Map<String, String> ofServer() {
        return environment(logins.ofServer());
    }

    public String further(String name) {
        logins.prepareFurther(name);
        return logins.further(name);
    }

    public Map<String, String> ofServer(String further) {
        return environment(logins.ofServer(further));
    }

    public Map<String, String> ofBilling() {
        return environment(logins.ofBilling());
    }

    private static Map<String, String> environment(Map<String, Object> settings) {
        return settings.entrySet().stream()
                .collect(toMap(
                        it -> it.getKey()
                                .toUpperCase(Locale.ROOT)
                                .replace('.', '_')
                                .replace('-', '_'),
                        it -> it.getValue().toString()));
    }
}
