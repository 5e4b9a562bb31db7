package io.streamverse.server.viewers;

import static io.streamverse.server.viewers.Audience.PASSWORD;
import static io.streamverse.server.viewers.Audience.account;
import static io.streamverse.server.viewers.Audience.address;
import static io.streamverse.server.viewers.Audience.logIn;
import static io.streamverse.server.viewers.Audience.refused;
import static io.streamverse.server.viewers.Audience.register;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AccountsIT {
    private static final Stage STAGE = Stage.shared();
    private static final TestTenant TENANT = STAGE.tenant();

    @Test
    void whoSignsUpIsSignedInAndHasAProfile() {
        var made = register(TENANT, address());

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("/viewerId")).startsWith("vwr_");
        assertThat(made.at("/expiresInSeconds")).isEqualTo("900");
        var profiles = TENANT.guest().as(made.at("/accessToken")).get("/viewer/v1/profiles");
        assertThat(profiles.at("/data/0/name")).isEqualTo("Ada");
        assertThat(profiles.at("/data/0/language")).isEqualTo("fr");
    }

    @Test
    void aSessionSaysWhichDeviceItIs() {
        var email = address();
        register(TENANT, email);
        var phone = Map.of("email", email, "password", PASSWORD, "device", "Safari, iOS");
        var onPhone = TENANT.guest().post("/viewer/v1/auth/login", phone);

        var sessions = TENANT.guest().as(onPhone.at("/accessToken")).get("/viewer/v1/sessions");

        assertThat(sessions.at("/data/0/device")).isEqualTo("Safari, iOS");
        assertThat(sessions.body().at("/data/1").has("device")).isFalse();
    }

    @Test
    void whoSignsUpAndComesBackIsOneActiveViewer() {
        var tenant = STAGE.tenant();
        var email = address();
        register(tenant, email);
        logIn(tenant, email, PASSWORD);
        register(tenant, address());

        Eventually.is(
                "both are counted",
                () -> tenant.live()
                        .get("/v1/usage?meter=viewers.active")
                        .at("/data/0/quantity")
                        .equals("2"));
    }

    @Test
    void anAddressBelongsToOneHoweverItIsWritten() {
        var email = address();
        register(TENANT, email);

        refused(register(TENANT, " " + email.toUpperCase(Locale.ROOT)), 409, "viewers.email.taken");
        assertThat(register(STAGE.tenant(), email).status()).isEqualTo(201);
    }

    @Test
    void ofManyAtOnceOneGetsTheAddress() {
        var email = address();

        var answers = IntStream.range(0, 6)
                .parallel()
                .mapToObj(_ -> register(TENANT, email))
                .toList();

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(201);
        assertThat(answers)
                .filteredOn(it -> it.status() != 201)
                .extracting(Answer::status)
                .containsOnly(409);
    }

    @Test
    void whatIsEasilyGuessedIsNoPassword() {
        var answer = TENANT.guest().post("/viewer/v1/auth/register", account(address(), "password123"));

        refused(answer, 422, "viewers.password.weak");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/password");
        refused(
                TENANT.guest().post("/viewer/v1/auth/register", account("nobody", PASSWORD)),
                422,
                "http.request.invalid");
    }

    @Test
    void onesOwnPasswordOpensAndAnotherDoesNot() {
        var email = address();
        var made = register(TENANT, email);

        assertThat(logIn(TENANT, email, PASSWORD).at("/viewerId")).isEqualTo(made.at("/viewerId"));
        refused(logIn(TENANT, email, PASSWORD + "!"), 401, "viewers.login.refused");
        refused(logIn(STAGE.tenant(), email, PASSWORD), 401, "viewers.login.refused");
    }

    @Test
    void noAnswerTellsWhetherThereIsAnAccount() {
        var email = address();
        register(TENANT, email);

        var wrong = logIn(TENANT, email, "not the password");
        var nobody = logIn(TENANT, address(), "not the password");

        assertThat(nobody.status()).isEqualTo(wrong.status());
        assertThat(nobody.at("/detail")).isEqualTo(wrong.at("/detail"));
        assertThat(nobody.code()).isEqualTo(wrong.code());
    }

    @Test
    void guessingIsSlowedDownEvenForTheRightPassword() {
        var email = address();
        register(TENANT, email);

        IntStream.range(0, 5).forEach(_ -> refused(logIn(TENANT, email, "a wrong one"), 401, "viewers.login.refused"));

        var closed = logIn(TENANT, email, PASSWORD);
        refused(closed, 429, "viewers.login.slow-down");
        assertThat(Integer.parseInt(closed.header("Retry-After"))).isBetween(1, 16);
        assertThat(register(TENANT, address()).status()).isEqualTo(201);
    }

    @Test
    void guessingAtOnceIsCountedToo() {
        var email = address();

        var answers = IntStream.range(0, 20)
                .parallel()
                .mapToObj(_ -> logIn(TENANT, email, "a wrong one"))
                .toList();

        assertThat(answers).filteredOn(it -> it.status() == 401).hasSize(5);
        assertThat(answers).filteredOn(it -> it.status() == 429).hasSize(15);
    }

    @Test
    void signedOutIsSignedOut() {
        var made = register(TENANT, address());
        var signedIn = TENANT.guest().as(made.at("/accessToken"));

        assertThat(signedIn.post("/viewer/v1/auth/logout", "").status()).isEqualTo(204);

        refused(Audience.refresh(TENANT, made.at("/refreshToken")), 401, "viewers.refresh.refused");
    }

    @Test
    void aRefreshTokenSignsOutWhereTheAccessTokenIsOver() {
        var made = register(TENANT, address());
        var token = Map.of("refreshToken", made.at("/refreshToken"));

        assertThat(TENANT.guest().post("/viewer/v1/auth/logout", token).status())
                .isEqualTo(204);
        refused(Audience.refresh(TENANT, made.at("/refreshToken")), 401, "viewers.refresh.refused");
        refused(TENANT.guest().post("/viewer/v1/auth/logout", ""), 401, "viewers.token.missing");
    }

    @Test
    void noPasswordIsKept() {
        var made = register(TENANT, address());

        var kept = STAGE.ask("SELECT password_hash FROM %s.viewer WHERE id = '%s'"
                .formatted(TENANT.liveSpace().schema(), made.at("/viewerId")));

        assertThat(kept).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain(PASSWORD);
    }
}
