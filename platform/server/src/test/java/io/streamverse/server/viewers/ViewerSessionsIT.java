package io.streamverse.server.viewers;

import static io.streamverse.server.viewers.Audience.refresh;
import static io.streamverse.server.viewers.Audience.refused;
import static io.streamverse.server.viewers.Audience.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Your page, your login; and what staff sees of those who are signed in.
class ViewerSessionsIT {
    private static final Stage STAGE = Stage.shared();
    private static final TestTenant TENANT = STAGE.tenant();
    private static final String SESSIONS = "/v1/viewer-sessions";

    @Test
    void aViewerOfOnesOwnIsMadeOnFirstUse() {
        var first = TENANT.live().post(SESSIONS, of("user-1"));
        var again = TENANT.live().post(SESSIONS, of("user-1"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.at("/viewerId")).isEqualTo(first.at("/viewerId"));
        assertThat(again.at("/sessionId")).isNotEqualTo(first.at("/sessionId"));
        var found = TENANT.live().get("/v1/viewers?externalId=user-1");
        assertThat(found.at("/data/0/id")).isEqualTo(first.at("/viewerId"));
        assertThat(found.at("/data/0/origin")).isEqualTo("tenant");
        var profiles = TENANT.guest().as(first.at("/accessToken")).get("/viewer/v1/profiles");
        assertThat(profiles.body().get("data")).hasSize(1);
    }

    @Test
    void ofManyAtOnceOneMakesTheViewer() {
        var answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(_ -> TENANT.live().post(SESSIONS, of("user-race")))
                .toList();

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers)
                .extracting(it -> it.at("/viewerId"))
                .containsOnly(answers.getFirst().at("/viewerId"));
    }

    @Test
    void whatTheTenantSaysHoldsForTheSession() {
        var wanted = new HashMap<String, Object>(of("user-2"));
        wanted.putAll(Map.of("tier", "premium", "territory", "FR", "maxStreams", 3, "expiresInSeconds", 60));

        var made = TENANT.live().post(SESSIONS, wanted);

        assertThat(Integer.parseInt(made.at("/expiresInSeconds"))).isBetween(50, 60);
        var session = session(TENANT, made).orElseThrow();
        assertThat(session.tier()).isEqualTo("premium");
        assertThat(session.territory()).isEqualTo("FR");
        assertThat(session.maxStreams()).isEqualTo(3);
        assertThat(session.endsAt()).isBefore(Instant.now().plus(Duration.ofSeconds(61)));
    }

    @Test
    void aRefreshDoesNotMakeItLonger() {
        var made = TENANT.live().post(SESSIONS, of("user-3"));
        var end = session(TENANT, made).orElseThrow().endsAt();

        refresh(TENANT, made.at("/refreshToken"));

        assertThat(session(TENANT, made).orElseThrow().endsAt()).isEqualTo(end);
    }

    @Test
    void revokedIsRefusedAtOnceWhereItIsAsked() {
        var made = somebody(TENANT);
        var path = "/v1/viewers/" + made.at("/viewerId") + "/sessions";

        assertThat(TENANT.live().delete(path + "/" + made.at("/sessionId")).status())
                .isEqualTo(204);

        refused(refresh(TENANT, made.at("/refreshToken")), 401, "viewers.refresh.refused");
        assertThat(session(TENANT, made)).isEmpty();
        assertThat(TENANT.live().get(path).at("/data/0/endedBy")).isEqualTo("revocation");
        assertThat(TENANT.live().delete(path + "/" + made.at("/sessionId")).status())
                .isEqualTo(204);
    }

    @Test
    void anothersViewersAndSessionsAreNotThere() {
        var made = somebody(TENANT);
        var other = STAGE.tenant();
        var path = "/v1/viewers/" + made.at("/viewerId");
        var sessionPath = "/sessions/" + made.at("/sessionId");

        refused(other.live().get(path), 404, "viewers.viewer.unknown");
        refused(other.live().get(path + "/sessions"), 404, "viewers.viewer.unknown");
        refused(other.live().delete(path + sessionPath), 404, "viewers.viewer.unknown");
        refused(TENANT.test().get(path), 404, "viewers.viewer.unknown");
        var neighbour = somebody(TENANT);
        refused(
                TENANT.live().delete("/v1/viewers/" + neighbour.at("/viewerId") + sessionPath),
                404,
                "viewers.session.unknown");
        assertThat(session(TENANT, made)).isPresent();
        assertThat(session(other, made)).isEmpty();
    }

    @Test
    void theSamePostTwiceIsOneSession() {
        var once = TENANT.live().with("Idempotency-Key", "sign in 4");

        var first = once.post(SESSIONS, of("user-4"));

        assertThat(once.post(SESSIONS, of("user-4")).body()).isEqualTo(first.body());
        assertThat(once.post(SESSIONS, of("user-5")).code()).isEqualTo("idempotency.key.reused");
    }

    @Test
    void readingNeedsAScopeAndWritingAnother() {
        var reader = key(List.of("viewers:read"));
        var stranger = key(List.of("media:write"));

        assertThat(reader.get("/v1/viewers").status()).isEqualTo(200);
        refused(reader.post(SESSIONS, of("user-6")), 403, "keys.scope.missing");
        refused(stranger.get("/v1/viewers"), 403, "keys.scope.missing");
    }

    @Test
    void whatMakesNoSenseIsPointedAt() {
        var wanted = new HashMap<String, Object>(of("user-7"));
        wanted.putAll(Map.of("territory", "France", "expiresInSeconds", 1));

        var answer = TENANT.live().post(SESSIONS, wanted);

        refused(answer, 422, "http.request.invalid");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/expiresInSeconds");
        assertThat(answer.at("/errors/1/pointer")).isEqualTo("/territory");
    }

    @Test
    void viewersAreFoundByTheirAddressHoweverItIsWritten() {
        var email = Audience.address();
        var made = Audience.register(TENANT, email);

        var found = TENANT.live().get("/v1/viewers?email=" + email.replace("viewer", "Viewer"));

        assertThat(found.at("/data/0/id")).isEqualTo(made.at("/viewerId"));
        assertThat(found.body().get("data")).hasSize(1);
        assertThat(found.text()).doesNotContain("argon2");
    }

    private static Map<String, Object> of(String externalId) {
        return Map.of("externalId", externalId);
    }

    private static Api key(List<String> scopes) {
        return STAGE.as(TENANT.live()
                .post("/v1/api-keys", Map.of("name", "some", "scopes", scopes))
                .at("/key"));
    }

    private static Optional<ViewerSession> session(TestTenant tenant, Answer signedIn) {
        var viewers = STAGE.server().getApplicationContext().getBean(Viewers.class);
        return TenantContext.call(tenant.liveSpace(), () -> viewers.session(signedIn.at("/sessionId")));
    }
}
