package io.streamverse.standalone;

import io.micronaut.runtime.server.EmbeddedServer;
import io.streamverse.engines.Engines;
import io.streamverse.engines.Logins;
import io.streamverse.engines.Progress;
import io.streamverse.kernel.app.App;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;

/// Engines, billing, server and worker in one process.
final class Standalone implements AutoCloseable {
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Settings settings;
    private final Secrets secrets;
    private URI url;

    private Standalone(Settings settings) {
        this.settings = settings;
        this.secrets = new Secrets(settings.data().resolve("secrets"));
        this.url = URI.create("http://localhost:" + settings.port());
    }

    static Standalone start(Settings settings, Progress progress) {
        var standalone = new Standalone(settings);
        try {
            standalone.start(progress);
            return standalone;
        } catch (RuntimeException e) {
            standalone.close();
            throw e;
        }
    }

    URI url() {
        return url;
    }

    String operatorKey() {
        var given = settings.operatorKey();
        return given != null ? given : new Secrets(settings.data()).get("operator.key");
    }

    private void start(Progress progress) {
        var engines = Engines.start(settings.data(), progress);
        running.push(engines);
        var logins =
                new Logins(engines.postgres(), "streamverse", "billing", login -> secrets.get(login + ".password"));
        logins.prepare();
        var billing = keep(billing(engines, logins).start());
        var server = keep(server(engines, logins, billing.getURI()).start());
        url = URI.create("http://localhost:" + server.getPort());
        keep(App.named("worker")
                .with("micronaut.server.port", -1)
                .with("worker.server-url", url.toString())
                .with("management.port", -1)
                .start());
    }

    private App billing(Engines engines, Logins logins) {
        return App.named("billing")
                .with("micronaut.server.port", -1)
                .with(logins.ofBilling())
                .with("messaging.bootstrap-servers", engines.kafka().bootstrapServers())
                .with("internal-tokens.secret", secrets.get("internal-tokens"))
                .with("management.port", -1);
    }

    private App server(Engines engines, Logins logins, URI billing) {
        return App.named("server")
                .with("micronaut.server.port", settings.port())
                .with(logins.ofServer())
                .with("messaging.bootstrap-servers", engines.kafka().bootstrapServers())
                .with("internal-tokens.secret", secrets.get("internal-tokens"))
                .with("management.port", settings.managementPort())
                .with("tenants.base-domain", settings.baseDomain())
                .with("tenants.public-port", settings.port())
                .with("tenants.operator-key", operatorKey())
                .with("storage.root", settings.data().resolve("objects").toString())
                .with("storage.secret", secrets.get("object-addresses"))
                .with("billing.url", billing.toString());
    }

    private EmbeddedServer keep(EmbeddedServer app) {
        running.push(app.getApplicationContext());
        return app;
    }

    @Override
    public void close() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                org.slf4j.LoggerFactory.getLogger(Standalone.class).warn("Something did not stop cleanly", e);
            }
        }
    }
}
