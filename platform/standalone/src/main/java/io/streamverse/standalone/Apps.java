package io.streamverse.standalone;

import io.streamverse.engines.Engines;
import io.streamverse.engines.Logins;
import io.streamverse.kernel.app.App;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The three programs, set to work on the embedded engines and with one another.
final class Apps {
    private static final int NONE = -1;
    /// One encodes while the other fetches, hands in or packages.
    private static final int TASKS_AT_ONCE = 2;

    private final Settings settings;
    private final Engines engines;
    private final Secrets secrets;
    private final Logins logins;

    Apps(Settings settings, Engines engines) {
        this.settings = settings;
        this.engines = engines;
        this.secrets = new Secrets(settings.data().resolve("secrets"));
        this.logins =
                new Logins(engines.postgres(), "streamverse", "billing", login -> secrets.get(login + ".password"));
    }

    void prepareDatabases() {
        logins.prepare();
        further().forEach(logins::prepareFurther);
    }

    App billing(int port) {
        return App.named("billing")
                .with("micronaut.server.port", port)
                .with(logins.ofBilling())
                .with("messaging.bootstrap-servers", engines.kafka().bootstrapServers())
                .with("internal-tokens.secret", secrets.get("internal-tokens"))
                .with("management.port", NONE);
    }

    App server(int billingPort) {
        var app = App.named("server");
        further().map(logins::ofServer).forEach(app::with);
        return app.with("micronaut.server.port", settings.port())
                .with(logins.ofServer())
                .with("messaging.bootstrap-servers", engines.kafka().bootstrapServers())
                .with("internal-tokens.secret", secrets.get("internal-tokens"))
                .with("management.port", NONE)
                .with("tenants.base-domain", settings.baseDomain())
                .with("tenants.public-port", settings.port())
                .with("tenants.operator-key", settings.knownOperatorKey())
                .with("storage.root", settings.data().resolve("objects").toString())
                .with("storage.secret", secrets.get("object-addresses"))
                .with("drm.secret", secrets.get("content-keys"))
                .with("viewers.secret", secrets.get("viewers"))
                .with("workers.key", secrets.get("workers.key"))
                .with("console.secret", secrets.get("console"))
                .with("closing.secret", secrets.get("closing"))
                .with("delivery.secret", secrets.get("delivery"))
                .with("beacons.secret", secrets.get("beacons"))
                .with("delivery.edge-key", secrets.get("edge.key"))
                .with("delivery.log", settings.data().resolve("deliveries").toString())
                .with("redis.url", engines.redis().uri())
                .with("rate-limits.mode", settings.rateLimits())
                .with(analytics())
                .with("billing.url", "http://127.0.0.1:" + billingPort);
    }

    App worker(int serverPort) {
        return App.named("worker")
                .with("micronaut.server.port", NONE)
                .with("worker.folder", settings.data().resolve("worker").toString())
                .with("worker.server-url", "http://127.0.0.1:" + serverPort)
                .with("worker.key", secrets.get("workers.key"))
                .with("worker.name", "standalone")
                .with("worker.slots", TASKS_AT_ONCE)
                .with("management.port", NONE);
    }

    private Stream<String> further() {
        return IntStream.rangeClosed(2, settings.databases()).mapToObj("d%d"::formatted);
    }

    private Map<String, Object> analytics() {
        return engines.clickHouse()
                .map(it -> Map.<String, Object>of("analytics.url", it.uri(), "analytics.password", it.password()))
                .orElse(Map.of());
    }
}
