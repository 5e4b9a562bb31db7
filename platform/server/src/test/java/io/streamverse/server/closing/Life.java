package io.streamverse.server.closing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamverse.server.analytics.Player;
import io.streamverse.server.playback.House;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A tenant that has used what there is to use, in both its environments.
record Life(Stage stage, TestTenant tenant) {
    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");
    private static final String SRT = "1\n00:00:01,000 --> 00:00:02,000\nNobody speaks.\n";

    static Life of(Stage stage) {
        var house = House.live(stage);
        var life = new Life(stage, house.tenant);
        var title = house.title();
        var fan = house.fanOf("premium");
        fan.playing(title);
        Player.of(stage, life.tenant.liveSpace(), title, fan.id()).watchesHalf();
        life.works(house.asset);
        life.isBilled();
        life.isKnownEverywhere();
        return life;
    }

    private void works(String asset) {
        sent(tenant.live(), "POST", "/v1/branding/pictures/logo", "image/png", PNG);
        sent(
                tenant.live(),
                "POST",
                "/v1/assets/" + asset + "/captions?language=en",
                "application/x-subrip",
                SRT.getBytes(UTF_8));
        for (var api : List.of(tenant.live(), tenant.test())) {
            upload(api, 1_000, 1_000);
            upload(api, 20_000_000, 9_000_000);
            made(api.with("Idempotency-Key", "once")
                    .post("/v1/api-keys", Map.of("name", "CI", "scopes", List.of("*"))));
        }
    }

    private void isBilled() {
        made(tenant.live().post("/v1/quotes", Map.of("meter", "transcode.cpu", "quantity", 1000)));
        made(tenant.test()
                .post(
                        "/v1/test-clock/advance",
                        Map.of("to", Instant.now().plusSeconds(3600).toString())));
        made(stage.operator()
                .with("Idempotency-Key", "grant-" + tenant.id())
                .post(
                        "/operator/v1/quota-grants",
                        Map.of(
                                "tenantId",
                                tenant.id().value(),
                                "env",
                                "live",
                                "meter",
                                "transcode.gpu",
                                "amount",
                                5,
                                "reason",
                                "kindness")));
        made(stage.operator()
                .put(
                        "/operator/v1/quota-overrides",
                        Map.of("tenantId", tenant.id().value(), "env", "live", "meter", "transcode.cpu", "amount", 7)));
        made(tenant.live().put("/v1/budget", Map.of("amount", Map.of("amount", "10.00", "currency", "EUR"))));
        stage.run("""
                INSERT INTO plumbing.dead_letter (id, consumer, event_id, topic, key, type, tenant, environment, payload,
                    event_at, reason, attempts, at)
                VALUES ('dle_%1$s', 'server.limits', 'evt_%1$s', 'quotas.v1', '%1$s:live:x', 'AllowanceSet', '%1$s',
                    'live', '{}', now(), 'made up', 1, now())
                """.formatted(tenant.id()));
    }

    /// Before it ends, all that is on its way has come to where it stays.
    private void isKnownEverywhere() {
        var places = List.of(
                "billing.subscription",
                "billing.ledger_space",
                "billing.quota_told",
                "billing.quote",
                "billing.test_clock",
                "clickhouse: event",
                "control.job",
                "control.job_share",
                "objects: originals",
                "redis: rate");
        Eventually.is(
                "it is known everywhere",
                () -> new Traces(stage, ErasureIT.NUMBERS).of(tenant.id()).containsAll(places));
    }

    static void upload(Api api, int length, int sent) {
        var tus = api.with("Tus-Resumable", "1.0.0");
        var begun = sent(tus.with("Upload-Length", String.valueOf(length)), "POST", "/v1/uploads", null, new byte[0]);
        sent(
                tus.with("Upload-Offset", "0"),
                "PATCH",
                begun.header("Location"),
                "application/offset+octet-stream",
                new byte[sent]);
    }

    private static Answer sent(Api api, String method, String path, @Nullable String type, byte[] body) {
        var typed = type == null ? api : api.with("Content-Type", type);
        var request = HttpRequest.newBuilder(typed.request(method, path, ""), (_, _) -> true)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .build();
        return made(Api.send(request));
    }

    private static Answer made(Answer answer) {
        if (answer.status() >= 300) {
            throw new AssertionError(answer.toString());
        }
        return answer;
    }
}
