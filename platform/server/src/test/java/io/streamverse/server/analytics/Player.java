package io.streamverse.server.analytics;

import static io.streamverse.server.beacons.Message.event;

import io.streamverse.kernel.tenancy.TenantSpace;
import io.streamverse.server.beacons.Beacons;
import io.streamverse.server.beacons.Message;
import io.streamverse.server.beacons.Play;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A player that tells how it goes.
public record Player(Stage stage, String address, String session) {
    private static final long FILM_MS = 60_000;

    public static Player of(Stage stage, TenantSpace space, String title, String viewer) {
        var session = "pbs_" + UUID.randomUUID();
        var play = new Play(
                space,
                session,
                title,
                "ast_1",
                FILM_MS,
                "web",
                "FR",
                viewer,
                Instant.now().plusSeconds(600));
        var beacons = stage.server().getApplicationContext().getBean(Beacons.class);
        return new Player(stage, beacons.address("", play), session);
    }

    Answer tell(List<Map<String, Object>> events) {
        return send(Message.consenting(session, events));
    }

    Answer send(Map<String, Object> message) {
        var answer = stage.as("").post(address, message);
        if (answer.status() != 202) {
            throw new AssertionError(answer.toString());
        }
        return answer;
    }

    /// Started after 400 ms, stalled for one of ten seconds, and came to the half of the film.
    public Answer watchesHalf() {
        return tell(List.of(
                event("start", Map.of()),
                event("firstFrame", Map.of("startupMs", 400)),
                event("stall", Map.of()),
                event("resume", Map.of("stalledMs", 1000)),
                event("error", Map.of("code", "1002", "fatal", false)),
                event(
                        UUID.randomUUID().toString(),
                        "progress",
                        FILM_MS / 2,
                        Map.of("watchedMs", 9000, "kbps", 2000, "cdn", "edge-1"))));
    }

    Answer ends() {
        return tell(List.of(event(UUID.randomUUID().toString(), "end", FILM_MS, Map.of("reason", "ended"))));
    }
}
