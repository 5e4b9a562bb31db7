package io.streamverse.server.rates;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.http.HttpRequest;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.runtime.server.EmbeddedServer;
import io.streamverse.kernel.database.PoolConfig;
import io.streamverse.kernel.problem.ProblemWriter;
import io.streamverse.kernel.problem.RequestId;
import io.streamverse.kernel.problem.TooManyRequests;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// One request a second and ten at once, of a key; of a whole environment fifteen.
class RatesIT {
    private static final int BURST = 10;
    private static final Map<String, Object> SLOW = Map.of(
            "rate-limits.rates",
            List.of(
                    "guest-playback 50 500",
                    "key-console 1 10",
                    "tenant-console 1 15",
                    "key-bulk 5 50",
                    "tenant-bulk 20 100",
                    "tenant-playback 50 500"));
    private static final String READ = "/v1/branding";
    private static final int MANY = 1_000;
    private static final Stage STAGE = Stage.shared();
    private static EmbeddedServer server;
    private static EmbeddedServer twin;

    @BeforeAll
    static void start() {
        server = STAGE.anotherServer(SLOW);
        twin = STAGE.anotherServer(SLOW);
    }

    @AfterAll
    static void stop() {
        server.getApplicationContext().close();
        twin.getApplicationContext().close();
    }

    @Test
    void whoAsksTooOftenIsToldHowLongToWait() {
        var api = on(server, STAGE.tenant().liveKey());
        var first = api.get(READ);
        assertThat(first.header("RateLimit-Policy"))
                .startsWith("\"key-console\";q=10;w=10, \"tenant-console\";q=15;w=15");
        assertThat(first.header("RateLimit")).startsWith("\"key-console\";r=9;t=1, ");

        var refused = spent(api, READ).refusal();

        assertThat(refused.code()).isEqualTo("rates.limit.exceeded");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.header("RateLimit")).isEqualTo("\"key-console\";r=0;t=10");
    }

    @Test
    void whoAsksAgainAtOnceIsToldTheSameWhereItCameIn() {
        var api = on(server, STAGE.tenant().liveKey());
        var usual = spent(api, READ).refusal();
        refusedForAMinute(api, usual);
        var quickBefore = answeredQuickly();

        var quick = api.get(READ + "?x=1");

        assertThat(answeredQuickly()).isEqualTo(quickBefore + 1);
        assertThat(quick.status()).isEqualTo(429);
        assertThat(withoutIds(quick)).isEqualTo(withoutIds(usual));
        assertThat(quick.at("/requestId")).isEqualTo(quick.header("Request-Id")).isNotEqualTo(usual.at("/requestId"));
        assertThat(headers(quick)).isEqualTo(headers(usual));
    }

    @Test
    void onlyWhoWasRefusedIs() {
        var tenant = STAGE.tenant();
        var api = on(server, tenant.liveKey());
        refusedForAMinute(api, spent(api, READ).refusal());
        var quickBefore = answeredQuickly();

        api.with("StreamVerse-Version", "2026-11-20").get(READ);
        api.with("X-StreamVerse-Tenant", tenant.slug()).get(READ);
        api.with("Origin", "https://elsewhere.example").get(READ);
        assertThat(api.get("/v1/usage/export").status()).isNotEqualTo(429);
        assertThat(api.post(READ, "{}").status()).isNotEqualTo(200);
        assertThat(on(server, tenant.testKey()).get(READ).status()).isEqualTo(200);
        assertThat(on(server, STAGE.tenant().liveKey()).get(READ).status()).isEqualTo(200);

        assertThat(answeredQuickly()).isEqualTo(quickBefore);
    }

    @Test
    void whoHasWaitedIsLetIn() {
        var api = on(server, STAGE.tenant().liveKey());
        spent(api, READ);

        Eventually.is("a token is there again", () -> api.get(READ).status() == 200);
    }

    @Test
    void twoServersCountTogether() {
        var key = STAGE.tenant().liveKey();
        var began = System.nanoTime();

        int passed = spent(on(server, key), READ).passed()
                + spent(on(twin, key), READ).passed();

        assertThat(passed).isBetween(BURST, BURST + secondsSince(began));
    }

    @Test
    void anotherTenantAndAnotherEnvironmentAndAnotherLaneGoOn() {
        var tenant = STAGE.tenant();
        spent(on(server, tenant.liveKey()), READ);

        assertThat(on(server, STAGE.tenant().liveKey()).get(READ).status()).isEqualTo(200);
        assertThat(on(server, tenant.testKey()).get(READ).status()).isEqualTo(200);
        assertThat(on(server, tenant.liveKey()).get("/v1/usage/export").status())
                .isNotEqualTo(429);
        assertThat(guest(tenant).get("/viewer/v1/app").status()).isEqualTo(200);
    }

    @Test
    void manyKeysOfOneTenantShareWhatItHas() {
        var tenant = STAGE.tenant();
        var second = tenant.live().post("/v1/api-keys", Map.of("name", "second", "scopes", List.of("*")));
        var began = System.nanoTime();

        var first = spent(on(server, tenant.liveKey()), READ);
        var rest = spent(on(server, second.at("/key")), READ);

        assertThat(first.passed() + rest.passed())
                .isBetween(BURST + BURST / 2, BURST + BURST / 2 + 1 + 2 * secondsSince(began));
        assertThat(rest.refusal().at("/detail")).startsWith("tenant-console takes 1 ");
    }

    /// As many as a full bucket holds may be let through, and wait; who is refused comes back though no database has a
    /// hand free.
    @Test
    void aRefusalAsksNoDatabase() throws SQLException {
        var tenant = STAGE.tenant();
        var api = on(server, tenant.liveKey());
        spent(api, READ);
        var held = new ArrayList<Connection>();
        try {
            held.addAll(all("control", "control"));
            held.addAll(TenantContext.call(tenant.liveSpace(), () -> all("default", "tenants")));
            var asked = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> api.get(READ), Thread::startVirtualThread))
                    .limit(2 * BURST)
                    .toList();

            Eventually.is(
                    "those that no bucket had room for are refused",
                    () -> answered(asked).filter(it -> it.status() == 429).count() >= BURST);
        } finally {
            for (var connection : held) {
                connection.close();
            }
        }
    }

    @Test
    void withoutRedisEachServerCountsForItself() {
        var settings = new HashMap<>(SLOW);
        settings.put("redis.url", "redis://127.0.0.1:1");
        var lonely = STAGE.anotherServer(settings);
        var began = System.nanoTime();

        var passed = spent(on(lonely, STAGE.tenant().liveKey()), READ).passed();

        lonely.getApplicationContext().close();
        assertThat(passed).isBetween(BURST, BURST + secondsSince(began));
    }

    /// By a bucket that stays empty for longer than a test takes.
    private static void refusedForAMinute(Api api, Answer usual) {
        var beans = server.getApplicationContext();
        var request = HttpRequest.GET(READ)
                .header("Authorization", "Bearer " + api.key())
                .header("Host", api.url().getAuthority());
        RequestId.set(request, usual.at("/requestId"));
        var refusal = Verdict.refused(Rate.parse("key-console 1 10"), 60_000);
        new Verdicts(List.of(refusal)).enter(request);
        beans.getBean(Refusals.class)
                .remember(
                        request,
                        refusal,
                        beans.getBean(ProblemWriter.class)
                                .write(
                                        request,
                                        new TooManyRequests(usual.code(), usual.at("/detail"), Duration.ofSeconds(1))));
    }

    private static String withoutIds(Answer answer) {
        return answer.text().replace(answer.at("/requestId"), "");
    }

    private static long answeredQuickly() {
        return server.getApplicationContext()
                .getBean(MeterRegistry.class)
                .timer("streamverse.http", "room", "rates", "method", "GET", "status", "429")
                .count();
    }

    private static Map<String, List<String>> headers(Answer answer) {
        var headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeAll(List.of("request-id", "date"));
        return headers;
    }

    private static Stream<Answer> answered(List<CompletableFuture<Answer>> asked) {
        return asked.stream().filter(CompletableFuture::isDone).map(CompletableFuture::join);
    }

    /// Every connection that may be at work at once.
    private static List<Connection> all(String source, String settings) {
        var beans = server.getApplicationContext();
        var opens = DelegatingDataSource.unwrapDataSource(beans.getBean(DataSource.class, Qualifiers.byName(source)));
        var most = beans.getBean(PoolConfig.class, Qualifiers.byName(settings)).connections();
        try {
            var held = new ArrayList<Connection>();
            while (held.size() < most) {
                held.add(opens.getConnection());
            }
            return held;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private record Spent(int passed, Answer refusal) {}

    /// Until it is refused.
    private static Spent spent(Api api, String path) {
        for (int passed = 0; passed < MANY; passed++) {
            var answer = api.get(path);
            if (answer.status() == 429) {
                return new Spent(passed, answer);
            }
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        }
        throw new AssertionError("Nobody was refused");
    }

    private static Api on(EmbeddedServer server, String key) {
        return new Api(server.getURI(), key);
    }

    private static Api guest(TestTenant tenant) {
        return on(server, "").with("X-StreamVerse-Tenant", tenant.slug());
    }

    private static int secondsSince(long began) {
        return (int) Duration.ofNanos(System.nanoTime() - began).toSeconds() + 1;
    }
}
