package io.streamverse.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Eventually;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// One tenant on a site that dies now and then: asks again for what was not answered, and believes what was.
final class Customer {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration SOON = Duration.ofSeconds(2);
    private final Site site;
    private final Random random;
    private final NewTenant wanted = NewTenant.next();
    private final String id;
    private final String liveKey;
    private final String testKey;
    private String keyId;
    private String key;
    private String colour = "";
    private int version;
    private int acts;

    Customer(Site site, Random random) {
        this.site = site;
        this.random = random;
        var made = insist(() -> wanted.ask(site.operator()), 201);
        id = made.at("/id");
        liveKey = made.at("/apiKeys/live");
        testKey = made.at("/apiKeys/test");
        var first = post("/v1/api-keys", "{\"name\":\"the first\",\"scopes\":[\"*\"]}", 201);
        keyId = first.at("/id");
        key = first.at("/key");
        version = branding(key).version();
    }

    void act() {
        acts++;
        switch (random.nextInt(20)) {
            case 0 -> beSuspended();
            case 1, 2 -> rotate();
            case 3 -> assertThat(branding(testKey).at("/name")).isEqualTo(wanted.slug());
            case 4, 5, 6, 7, 8, 9 -> paint();
            default -> assertRemembered();
        }
    }

    String id() {
        return id;
    }

    int version() {
        return version;
    }

    int acts() {
        return acts;
    }

    void assertRemembered() {
        var now = branding(key);
        assertThat(now.version()).isEqualTo(version);
        assertThat(colour).isIn("", now.at("/primaryColor"));
    }

    /// Where the answer is lost, the change is there or not; there is no third way.
    private void paint() {
        var next = "#%06x".formatted(version + 1);
        try {
            var answer = site.as(key).patch("/v1/branding", "{\"primaryColor\":\"%s\"}".formatted(next));
            if (answer.status() != 503) {
                assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
                assertThat(answer.version()).isEqualTo(version + 1);
            }
        } catch (UncheckedIOException killed) {
            // Its outcome is seen below.
        }
        var now = branding(key);
        if (now.version() != version) {
            assertThat(now.version()).isEqualTo(version + 1);
            colour = next;
            version++;
        }
        assertRemembered();
    }

    private void rotate() {
        var old = key;
        var fresh = post("/v1/api-keys/" + keyId + "/rotation", "{\"overlapSeconds\":0}", 200);
        keyId = fresh.at("/id");
        key = fresh.at("/key");
        assertRemembered();
        awaitStatus(old, 401);
    }

    private void beSuspended() {
        var path = "/operator/v1/tenants/" + id + "/suspension";
        insist(() -> site.operator().post(path, "{\"reason\":\"unpaid\"}"), 200);
        awaitStatus(key, 403);
        insist(() -> site.operator().delete(path), 200);
        awaitStatus(key, 200);
    }

    private void awaitStatus(String with, int status) {
        Eventually.within(
                SOON,
                "a key is answered " + status,
                () -> insist(() -> site.as(with).get("/v1/branding"), 200, 401, 403)
                                .status()
                        == status);
    }

    private Answer branding(String with) {
        return insist(() -> site.as(with).get("/v1/branding"), 200);
    }

    private Answer post(String path, String body, int status) {
        var name = wanted.slug() + "-" + acts;
        return insist(() -> site.as(liveKey).with("Idempotency-Key", name).post(path, body), status);
    }

    private static Answer insist(Supplier<Answer> request, Integer... expected) {
        var last = new AtomicReference<Answer>();
        Eventually.within(PATIENCE, "an answer", () -> {
            try {
                last.set(request.get());
                return last.get().status() != 503 && !last.get().code().equals("idempotency.in-progress");
            } catch (UncheckedIOException killed) {
                return false;
            }
        });
        assertThat(last.get().status()).as(last.get().toString()).isIn((Object[]) expected);
        return last.get();
    }
}
