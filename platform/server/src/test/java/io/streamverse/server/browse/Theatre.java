package io.streamverse.server.browse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// A tenant with published titles, and people who look at them.
final class Theatre {
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private final Stage stage;
    final TestTenant tenant;

    Theatre(Stage stage) {
        this.stage = stage;
        this.tenant = stage.tenant();
    }

    /// The id of a published one.
    String title(String name) {
        return title(name, Map.of());
    }

    String title(String name, Map<String, Object> more) {
        var wanted = new HashMap<String, Object>(
                Map.of("kind", "movie", "texts", Map.of("en", Map.of("name", name)), "assetId", asset()));
        wanted.putAll(more);
        var made = tenant.live().post("/v1/titles", wanted);
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        var published = tenant.live().post("/v1/titles/%s/publication".formatted(made.at("/id")), "");
        assertThat(published.status()).as(published.toString()).isEqualTo(200);
        return made.at("/id");
    }

    static Map<String, Object> rated(int age) {
        return Map.of("ageRating", Map.of("minimumAge", age));
    }

    /// Somebody signed in, and how they call.
    record Fan(String id, Api api) {
        String profile(Map<String, Object> wanted) {
            return api.post("/viewer/v1/profiles", wanted).at("/id");
        }

        String firstProfile() {
            return api.get("/viewer/v1/profiles").at("/data/0/id");
        }
    }

    Fan fan() {
        var account = Map.of(
                "email",
                "theatre-%d@example.com".formatted(PEOPLE.incrementAndGet()),
                "password",
                "correct horse battery",
                "name",
                "Ada");
        var signedUp = tenant.guest().post("/viewer/v1/auth/register", account);
        assertThat(signedUp.status()).as(signedUp.toString()).isEqualTo(201);
        return new Fan(signedUp.at("/viewerId"), tenant.guest().as(signedUp.at("/accessToken")));
    }

    /// As if the fan had watched so much of ten minutes.
    void watched(String profile, String title, long positionMs) {
        stage.run("""
                INSERT INTO %s.playback_position VALUES ('%s', '%s', %d, 600000, clock_timestamp())
                """.formatted(tenant.liveSpace().schema(), profile, title, positionMs));
    }

    void played(String title, String viewer, int daysAgo) {
        stage.run("""
                INSERT INTO %s.browse_play VALUES ('%s', (now() AT TIME ZONE 'UTC')::date - %d, '%s')
                """.formatted(tenant.liveSpace().schema(), title, daysAgo, viewer));
    }

    static List<String> names(Answer answer) {
        return answer.body().get("data").findValuesAsText("name");
    }

    static List<String> rail(Answer home, String name) {
        for (JsonNode rail : home.body().get("rails")) {
            if (rail.get("name").asText().equals(name)) {
                return rail.get("titles").findValuesAsText("name");
            }
        }
        return List.of();
    }

    /// One that can be played, as far as its rows say.
    private String asset() {
        var id = tenant.live().post("/v1/assets", Map.of("name", "a film")).at("/id");
        stage.run("""
                INSERT INTO %1$s.bundle (
                    id, asset_id, number, duration_ms, protection, index_key, renditions, poster_keys, created_at)
                VALUES ('bdl_%2$s', '%2$s', 1, 600000, 'NONE', 'nowhere', '[]', '["no/poster"]', now())
                """.formatted(tenant.liveSpace().schema(), id));
        return id;
    }
}
