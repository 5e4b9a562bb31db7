package io.streamverse.flows;

import io.streamverse.sdk.StreamVerse;
import io.streamverse.sdk.StreamVerseOperator;
import io.streamverse.sdk.model.CreateTenant;
import io.streamverse.sdk.model.Owner;
import io.streamverse.sdk.model.Tenant;
import io.streamverse.sdk.model.TenantApiKeys;
import io.streamverse.standalone.TestStandalone;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Eventually;
import java.util.concurrent.atomic.AtomicInteger;

/// The product as its customers hold it: the Java client, and nothing else.
final class Service {
    private static final AtomicInteger TENANTS = new AtomicInteger();

    static {
        var probe = new Api(TestStandalone.url(), "nobody");
        Eventually.is(
                "the standalone is ready", () -> probe.get("/health/ready").status() == 200);
    }

    private Service() {}

    static StreamVerseOperator operator() {
        return operator(TestStandalone.OPERATOR_KEY);
    }

    static StreamVerseOperator operator(String key) {
        return StreamVerse.operator().apiKey(key).baseUrl(TestStandalone.url()).build();
    }

    static StreamVerse with(String key) {
        return StreamVerse.builder().apiKey(key).baseUrl(TestStandalone.url()).build();
    }

    static CreateTenant wanted() {
        var slug = "life-" + TENANTS.incrementAndGet();
        return new CreateTenant()
                .slug(slug)
                .name("Name of " + slug)
                .plan("starter")
                .owner(new Owner().email("ada@example.com").name("Ada"))
                .country("DE")
                .currency("EUR");
    }

    static Tenant tenant() {
        return operator().tenants().create(wanted());
    }

    static StreamVerse live(Tenant tenant) {
        return with(keys(tenant).live());
    }

    static StreamVerse test(Tenant tenant) {
        return with(keys(tenant).test());
    }

    static TenantApiKeys keys(Tenant tenant) {
        var keys = tenant.apiKeys();
        if (keys == null) {
            throw new AssertionError(tenant + " came without its keys");
        }
        return keys;
    }
}
