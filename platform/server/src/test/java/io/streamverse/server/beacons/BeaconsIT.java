package io.streamverse.server.beacons;

import static io.streamverse.server.beacons.Message.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.kernel.tenancy.TenantId;
import io.streamverse.kernel.tenancy.TenantSpace;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Stage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What comes in, and what does not; nothing here is in any database.
class BeaconsIT {
    private static final Stage STAGE = Stage.shared();
    private static final Api PLAYER = STAGE.as("");
    private static final TenantSpace SPACE = TenantSpace.live(new TenantId("ten_01k9m6xw3t8r5v2c7b4n1q0z6d"));
    private static final String SESSION = "pbs_01k9m6xw3t8r5v2c7b4n1q0z6d";
    private static final Map<String, Object> ONE = Message.of(SESSION, List.of(event("start", Map.of())));
    private final String address = address(Instant.now().plusSeconds(60));

    @Test
    void whatIsSentIsKept() {
        var answer = PLAYER.post(address, ONE);

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(answer.at("/accepted")).isEqualTo("1");
    }

    @Test
    void theExampleIsTaken() throws Exception {
        var example = Files.readString(Path.of("../../openapi/examples/PlayerEvents.json"));

        assertThat(PLAYER.post(address, example).at("/accepted")).isEqualTo("8");
    }

    @Test
    void aTokenMayComeAsAHeaderToo() {
        var token = address.substring(address.indexOf('=') + 1);

        assertThat(PLAYER.as(token).post(EventsController.PATH, ONE).status()).isEqualTo(202);
    }

    @Test
    void aPageThatClosesSendsPlainText() {
        assertThat(PLAYER.with("Content-Type", "text/plain;charset=UTF-8")
                        .post(address, ONE)
                        .status())
                .isEqualTo(202);
    }

    @Test
    void aPageOfAnotherOriginMayReadTheAnswer() {
        assertThat(PLAYER.post(address, ONE).header("Access-Control-Allow-Origin"))
                .isEqualTo("*");
    }

    @Test
    void whatIsNotKnownHereIsLeftOut() {
        var message = Message.of(
                SESSION,
                List.of(
                        event("start", Map.of()),
                        event("telepathy", Map.of()),
                        event("no uuid", "start", 0, Map.of())));

        var answer = PLAYER.post(address, message);

        assertThat(answer.at("/accepted")).isEqualTo("1");
        assertThat(answer.at("/ignored")).isEqualTo("2");
    }

    @Test
    void aForgedTokenIsRefused() {
        var forged = address.substring(0, address.length() - 4) + "AAAA";

        assertThat(PLAYER.post(forged, ONE).code()).isEqualTo("beacons.token.refused");
        assertThat(PLAYER.post(EventsController.PATH, ONE).code()).isEqualTo("beacons.token.refused");
    }

    @Test
    void aTokenWithoutASignatureIsRefused() {
        var unsigned = EventsController.PATH + "?token=eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.e30.";

        assertThat(PLAYER.post(unsigned, ONE).status()).isEqualTo(401);
    }

    @Test
    void aTokenThatIsTooOldIsRefused() {
        assertThat(PLAYER.post(address(Instant.now().minusSeconds(90_000)), ONE).code())
                .isEqualTo("beacons.token.refused");
    }

    @Test
    void nobodyTellsOfAnothersPlayback() {
        var message = Message.of("pbs_01k9m6xw3t8r5v2c7b4n1q0z99", List.of(event("start", Map.of())));

        assertThat(PLAYER.post(address, message).code()).isEqualTo("beacons.session.other");
    }

    @Test
    void tooManyEventsAreRefused() {
        var many =
                IntStream.range(0, 201).mapToObj(_ -> event("stall", Map.of())).toList();

        assertThat(PLAYER.post(address, Message.of(SESSION, many)).code())
                .isIn("beacons.events.count", "beacons.events.too-large");
        assertThat(PLAYER.post(address, Message.of(SESSION, List.of())).code()).isEqualTo("beacons.events.count");
    }

    @Test
    void aLongMessageIsRefused() {
        var message = Message.of(SESSION, List.of(event("error", Map.of("code", "x".repeat(70_000)))));

        assertThat(PLAYER.post(address, message).code()).isEqualTo("beacons.events.too-large");
    }

    @Test
    void garbageIsRefused() {
        for (var garbage : List.of("", "[]", "null", "{", "{\"sessionId\":7}", "\0\1\2", "x".repeat(1000))) {
            assertThat(PLAYER.post(address, garbage.isEmpty() ? " " : garbage).status())
                    .as(garbage)
                    .isBetween(400, 422);
        }
    }

    @Test
    void anEventMayBeNothing() {
        var message = "{\"sessionId\":\"%s\",\"events\":[null]}".formatted(SESSION);

        assertThat(PLAYER.post(address, message).at("/ignored")).isEqualTo("1");
    }

    private static String address(Instant until) {
        var play = new Play(SPACE, SESSION, "ttl_1", "ast_1", 60_000, "web", "FR", "vwr_1", until);
        return STAGE.server().getApplicationContext().getBean(Beacons.class).address("", play);
    }
}
