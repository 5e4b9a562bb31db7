package io.streamverse.billing;

import io.micronaut.runtime.server.EmbeddedServer;
import io.streamverse.engines.Logins;
import io.streamverse.kernel.app.App;
import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.security.Caller;
import io.streamverse.kernel.security.InternalTokens;
import io.streamverse.kernel.tenancy.TenantId;
import io.streamverse.kernel.tenancy.TenantSpace;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Superuser;
import io.streamverse.testkit.TestEngines;
import java.sql.Connection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Billing alone on the shared engines, with a database of its own; requests carry a token as the server signs it.
public final class BillingStage implements AutoCloseable {
    private static final AtomicInteger STAGES = new AtomicInteger();
    private final TestEngines engines = TestEngines.shared();
    private final Logins logins;
    private final EmbeddedServer billing;

    private BillingStage(Map<String, Object> settings) {
        var number = STAGES.incrementAndGet();
        logins = new Logins(
                engines.postgres(), "alone_server_" + number, "alone_billing_" + number, login -> "pw-of-" + login);
        logins.prepare();
        billing = App.named("billing")
                .with(logins.ofBilling())
                .with("micronaut.server.port", -1)
                .with("messaging.bootstrap-servers", engines.kafka().bootstrapServers())
                .with("messaging.prefix", logins.billingDatabase() + ".")
                .with("messaging.first-retry", "10ms")
                .with("internal-tokens.secret", "internal-secret-of-the-tests-0123456789")
                .with("management.port", -1)
                .with(settings)
                .start();
    }

    /// For all tests of this JVM that change no more than a tenant of their own.
    public static BillingStage shared() {
        return Shared.STAGE;
    }

    public static BillingStage with(Map<String, Object> settings) {
        return new BillingStage(settings);
    }

    public <T> T bean(Class<T> type) {
        return billing.getApplicationContext().getBean(type);
    }

    /// The live environment of a tenant that nobody knows yet.
    public TenantSpace newSpace() {
        return TenantSpace.live(new TenantId(bean(Ids.class).next(TenantId.PREFIX)));
    }

    /// The live environment of a tenant with a subscription.
    public TenantSpace customer() {
        return customer("UTC");
    }

    /// In a time zone.
    public TenantSpace customer(String zone) {
        var space = newSpace();
        run("""
                INSERT INTO billing.subscription (id, tenant_id, plan, currency, country, started_at, time_zone)
                VALUES ('%s', '%s', 'starter', 'EUR', 'DE', '2026-01-01', '%s')
                """.formatted(bean(Ids.class).next("sub"), space.tenant().value(), zone));
        return space;
    }

    public Api operator() {
        return as(Caller.operator("operator-key"));
    }

    public Api key(TenantSpace space, String... scopes) {
        return as(Caller.key("key_of_the_test", space, Set.of(scopes), "credential"));
    }

    private Api as(Caller caller) {
        return new Api(billing.getURI(), bean(InternalTokens.class).sign("billing", caller, "req_of_the_test"));
    }

    /// A connection of the superuser to billing's database.
    public Connection superuser() {
        return database().connect();
    }

    public void run(String sql) {
        database().run(sql);
    }

    /// The first column of the first row.
    public @Nullable String ask(String sql) {
        return database().ask(sql);
    }

    private Superuser database() {
        return new Superuser(engines.postgres(), logins.billingDatabase());
    }

    @Override
    public void close() {
        billing.close();
    }

    private static final class Shared {
        static final BillingStage STAGE = begin();

        private static BillingStage begin() {
            var stage = new BillingStage(Map.of());
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(stage::close));
            return stage;
        }
    }
}
