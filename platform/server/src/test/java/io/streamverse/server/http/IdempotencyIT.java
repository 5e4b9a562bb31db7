package io.streamverse.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdempotencyIT {
    private static final Stage STAGE = Stage.shared();

    private final TestTenant tenant = STAGE.tenant();

    @Test
    void theSameAgainIsTheSameAnswerWithItsSecret() {
        var first = create(tenant.live(), "once", "ci");
        var again = create(tenant.live(), "once", "ci");

        assertThat(again.status()).isEqualTo(first.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.at("/key")).startsWith("sv_live_");
        assertThat(keysNamed("ci")).isEqualTo(1);
    }

    @Test
    void anotherBodyUnderTheSameKeyIsAConflict() {
        create(tenant.live(), "once", "ci");

        assertThat(create(tenant.live(), "once", "other").code()).isEqualTo("idempotency.key.reused");
        assertThat(keysNamed("other")).isZero();
    }

    @Test
    void twinsThatRunAtOnceAreOneEffect() throws Exception {
        var answers = atOnce(8, () -> create(tenant.live(), "twins", "twin"));

        assertThat(keysNamed("twin")).isEqualTo(1);
        assertThat(answers)
                .allMatch(it -> it.status() == 201 || it.code().equals("idempotency.in-progress"))
                .anyMatch(it -> it.status() == 201);
        assertThat(answers.stream()
                        .filter(it -> it.status() == 201)
                        .map(it -> it.at("/id"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void twoCredentialsShareNoKeys() {
        var other = STAGE.as(create(tenant.live(), "other", "other").at("/key"));

        assertThat(create(other, "once", "ci").at("/id"))
                .isNotEqualTo(create(tenant.live(), "once", "ci").at("/id"));
        assertThat(create(tenant.test(), "once", "ci").at("/environment")).isEqualTo("test");
        assertThat(create(STAGE.tenant().live(), "once", "ci").status()).isEqualTo(201);
    }

    @Test
    void aRefusalLeavesTheKeyFree() {
        assertThat(create(tenant.live(), "again", "").status()).isEqualTo(422);
        assertThat(create(tenant.live(), "again", "ci").status()).isEqualTo(201);
    }

    @Test
    void whatWasRolledBackLeavesNoRow() {
        var taken = Map.of("name", "a", "scopes", List.of("*"), "externalId", "mine");
        tenant.live().post("/v1/api-keys", taken);

        assertThat(tenant.live()
                        .with("Idempotency-Key", "gone")
                        .post("/v1/api-keys", taken)
                        .status())
                .isEqualTo(409);
        assertThat(rows("key = 'gone'")).isEqualTo("0");
    }

    @Test
    void anAnswerAtRestHoldsNoSecret() {
        var secret = create(tenant.live(), "secret", "ci").at("/key");
        var clear = "answer LIKE '%" + secret + "%' OR answer LIKE '%sv_live_%' OR answer LIKE '%\"id\"%'";

        assertThat(rows("key = 'secret' AND answer IS NOT NULL")).isEqualTo("1");
        assertThat(rows(clear)).isEqualTo("0");
    }

    @Test
    void aTenantIsMadeOnce() throws Exception {
        var signUp = TestTenant.signUp("made-once");
        var answers = atOnce(
                4, () -> STAGE.operator().with("Idempotency-Key", "made-once").post("/operator/v1/tenants", signUp));
        var later = STAGE.operator().with("Idempotency-Key", "made-once").post("/operator/v1/tenants", signUp);

        assertThat(answers).allMatch(it -> it.status() == 201 || it.status() == 409);
        assertThat(later.status()).isEqualTo(201);
        assertThat(STAGE.as(later.at("/apiKeys/live")).get("/v1/tenant").at("/slug"))
                .isEqualTo("made-once");
    }

    @Test
    void aKeyHasOneTo255Characters() {
        assertThat(create(tenant.live(), "x".repeat(255), "ci").status()).isEqualTo(201);
        assertThat(create(tenant.live(), "x".repeat(256), "ci").code()).isEqualTo("idempotency.key.invalid");
    }

    private static Answer create(Api api, String key, String name) {
        return api.with("Idempotency-Key", key).post("/v1/api-keys", Map.of("name", name, "scopes", List.of("*")));
    }

    private long keysNamed(String name) {
        return tenant.live().get("/v1/api-keys?limit=100").body().findValuesAsText("name").stream()
                .filter(name::equals)
                .count();
    }

    private String rows(String condition) {
        return String.valueOf(STAGE.ask("SELECT count(*) FROM plumbing.idempotency WHERE tenant = '%s' AND (%s)"
                .formatted(tenant.id(), condition)));
    }

    private static List<Answer> atOnce(int times, Callable<Answer> call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, times)
                    .mapToObj(_ -> threads.submit(call))
                    .toList();
            var answers = new ArrayList<Answer>();
            for (var it : running) {
                answers.add(it.get());
            }
            return answers;
        }
    }
}
