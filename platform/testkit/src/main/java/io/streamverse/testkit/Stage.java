package io.streamverse.testkit;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.streamverse.engines.Logins;
import io.streamverse.kernel.app.App;
import io.streamverse.kernel.tenancy.HostDatabase;
import io.streamverse.kernel.tenancy.TenantId;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Billing and servers on the shared engines, with databases and topics of their own.
public final class Stage implements AutoCloseable {
    public static final String OPERATOR_KEY = "operator-key-of-the-tests-0123456789";
    private static final String DRM_SECRET = "drm-secret-of-the-stage-0123456789";
    private static final String VIEWERS_SECRET = "viewers-secret-of-the-stage-0123456789";
    public static final String INTERNAL_SECRET = "internal-secret-of-the-tests-0123456789";
    public static final String WORKER_KEY = "worker-key-of-the-tests-01234567890123";
    private static final String STORAGE_SECRET = "storage-secret-of-the-tests-0123456789";
    private static final String CLOSING_SECRET = "closing-secret-of-the-stage-0123456789";
    private static final String CONSOLE_SECRET = "console-secret-of-the-stage-0123456789";
    private static final String DELIVERY_SECRET = "delivery-secret-of-the-stage-0123456789";
    private static final String BEACONS_SECRET = "beacons-secret-of-the-stage-0123456789";
    public static final String EDGE_KEY = "edge-key-of-the-tests-0123456789012345";
    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");
    private static final AtomicInteger STAGES = new AtomicInteger();
    private static final AtomicInteger TENANTS = new AtomicInteger();

    private final Deque<ApplicationContext> running = new ArrayDeque<>();
    private final TestEngines engines = TestEngines.shared();
    private final Logins logins;
    private final List<String> further;
    private final @Nullable EmbeddedServer billing;
    private EmbeddedServer server;

    private Stage(boolean withBilling, List<String> further, Map<String, Object> settings) {
        this.further = further;
        var number = STAGES.incrementAndGet();
        logins = new Logins(engines.postgres(), "server_" + number, "billing_" + number, login -> "pw-of-" + login);
        logins.prepare();
        further.forEach(logins::prepareFurther);
        billing = withBilling ? keep(billingOn(logins).with(settings)) : null;
        server = keep(serverOn(settings));
        if (withBilling) {
            Eventually.is(
                    "the server knows the plans",
                    () -> operator().get("/health/ready").status() == 200);
        } else {
            run("INSERT INTO control.plan (code, name) VALUES ('starter', 'Starter'), ('growth', 'Growth')");
            run("""
                    INSERT INTO control.transcode_weight VALUES
                        (now(), 'codec', 'h264', 1), (now(), 'codec', 'aac', 1), (now(), 'resolution', 'sd', 1),
                        (now(), 'resolution', 'audio', 1), (now(), 'frameRate', 'up-to-30', 1), (now(), 'hdr', 'false', 1),
                        (now(), 'passes', '1', 1)
                    """);
        }
    }

    /// One server and billing, for all tests of this JVM that change no more than a tenant of their own.
    public static Stage shared() {
        return Shared.STAGE;
    }

    /// A server without billing on databases that nobody else uses.
    public static Stage alone(Map<String, Object> settings) {
        return over(List.of(), settings);
    }

    /// The same with further databases of these names for tenants' schemas.
    public static Stage over(List<String> further, Map<String, Object> settings) {
        return new Stage(false, further, settings);
    }

    /// The same with billing, which has these settings too.
    public static Stage withBilling(Map<String, Object> settings) {
        return withBillingOver(List.of(), settings);
    }

    public static Stage withBillingOver(List<String> further, Map<String, Object> settings) {
        return new Stage(true, further, settings);
    }

    /// One more server on the same database.
    public EmbeddedServer anotherServer(Map<String, Object> settings) {
        return keep(serverOn(settings));
    }

    /// Stops the server, and starts another with these settings in its place.
    public void restart(Map<String, Object> settings) {
        server.stop();
        server = keep(serverOn(settings));
    }

    public EmbeddedServer server() {
        return server;
    }

    public EmbeddedServer billing() {
        if (billing == null) {
            throw new IllegalStateException("This stage has no billing");
        }
        return billing;
    }

    /// Where its events are in Kafka.
    public String topic(String name) {
        return logins.serverDatabase() + "." + name;
    }

    public Api operator() {
        return new Api(server.getURI(), OPERATOR_KEY);
    }

    public Api as(String key) {
        return new Api(server.getURI(), key);
    }

    /// A new tenant.
    public TestTenant tenant() {
        return tenant("tenant-" + TENANTS.incrementAndGet());
    }

    public TestTenant tenant(String slug) {
        var answer = operator().post("/operator/v1/tenants", TestTenant.signUp(slug));
        if (answer.status() != 201) {
            throw new AssertionError(answer.toString());
        }
        return TestTenant.of(answer.body(), this);
    }

    /// A connection of the superuser to the server's database.
    public Connection superuser() {
        return database().connect();
    }

    /// A connection of the login that acts in the tenants' roles, in none of them yet.
    public Connection tenantLogin() {
        return database().connect(Logins.TENANT, logins.passwords().apply(Logins.TENANT));
    }

    /// As the superuser of the server's database.
    public void run(String sql) {
        database().run(sql);
    }

    /// The first column of the first row; as the superuser of the server's database.
    public @Nullable String ask(String sql) {
        return database().ask(sql);
    }

    /// A further database, as the superuser.
    public Superuser further(String name) {
        return new Superuser(engines.postgres(), logins.further(name));
    }

    /// Ends every connection to a further database, and lets nobody in.
    public void cutOff(String name) {
        run("ALTER DATABASE %s ALLOW_CONNECTIONS false".formatted(logins.further(name)));
        run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'"
                .formatted(logins.further(name)));
    }

    public void letIn(String name) {
        run("ALTER DATABASE %s ALLOW_CONNECTIONS true".formatted(logins.further(name)));
    }

    @Override
    public void close() {
        while (!running.isEmpty()) {
            running.pop().close();
        }
    }

    /// The server's, then billing's, then the further ones.
    public List<Superuser> databases() {
        return Stream.concat(
                        Stream.of(database(), new Superuser(engines.postgres(), logins.billingDatabase())),
                        further.stream().map(this::further))
                .toList();
    }

    /// Where the tenant's schemas are.
    public Superuser databaseOf(TenantId tenant) {
        var name = ask("SELECT database FROM control.placement WHERE tenant_id = '%s'".formatted(tenant));
        return name == null || name.equals(HostDatabase.MAIN) ? database() : further(name);
    }

    /// Where its objects are.
    public Path objects() {
        return engines.folder().resolve("objects-of-" + logins.serverDatabase());
    }

    /// The server's database, as the superuser.
    public Superuser database() {
        return new Superuser(engines.postgres(), logins.serverDatabase());
    }

    private App serverOn(Map<String, Object> settings) {
        var app = common("server").with(logins.ofServer());
        further.forEach(name -> app.with(logins.ofServer(name)));
        return app.with("tenants.operator-key", OPERATOR_KEY)
                .with("drm.secret", DRM_SECRET)
                .with("viewers.secret", VIEWERS_SECRET)
                .with("workers.key", WORKER_KEY)
                .with("closing.secret", CLOSING_SECRET)
                .with("console.secret", CONSOLE_SECRET)
                .with("delivery.secret", DELIVERY_SECRET)
                .with("beacons.secret", BEACONS_SECRET)
                .with("delivery.edge-key", EDGE_KEY)
                .with("billing.url", billing == null ? NOWHERE : billing.getURI())
                .with("storage.root", objects())
                .with("storage.secret", STORAGE_SECRET)
                .with("redis.url", engines.redis().uri())
                .with("redis.prefix", logins.serverDatabase() + ":")
                .with(settings);
    }

    private App billingOn(Logins logins) {
        return common("billing").with(logins.ofBilling());
    }

    private App common(String name) {
        return App.named(name)
                .with("micronaut.server.port", -1)
                .with("messaging.bootstrap-servers", engines.kafka().bootstrapServers())
                .with("messaging.prefix", logins.serverDatabase() + ".")
                .with("messaging.first-retry", "10ms")
                .with("internal-tokens.secret", INTERNAL_SECRET)
                .with("management.port", -1);
    }

    private EmbeddedServer keep(App app) {
        var started = app.start();
        running.push(started.getApplicationContext());
        return started;
    }

    private static final class Shared {
        static final Stage STAGE = begin();

        private static Stage begin() {
            var stage = new Stage(true, List.of(), Map.of());
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(stage::close));
            return stage;
        }
    }
}
