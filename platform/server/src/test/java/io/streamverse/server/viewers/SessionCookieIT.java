package io.streamverse.server.viewers;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import org.junit.jupiter.api.Test;

class SessionCookieIT {
    private static final Stage STAGE = Stage.shared();
    private final TestTenant tenant = STAGE.tenant();
    private final Api page = tenant.guest().with("StreamVerse-Session", "cookie");

    @Test
    void noScriptSeesTheRefreshToken() {
        var signedUp = signUp();

        assertThat(signedUp.status()).as(signedUp.toString()).isEqualTo(201);
        assertThat(signedUp.at("/refreshToken")).isEmpty();
        assertThat(signedUp.header("Set-Cookie"))
                .startsWith("sv_session=svr_")
                .containsIgnoringCase("; HttpOnly")
                .contains("SameSite=Strict", "Path=/viewer/v1/auth");
    }

    @Test
    void manyPagesGoOnWithOneCookie() {
        var cookie = cookie(signUp());

        var first = refresh(page, cookie);
        var second = refresh(page, cookie);

        assertThat(first.status()).as(first.toString()).isEqualTo(200);
        assertThat(second.status()).as(second.toString()).isEqualTo(200);
        var session = tenant.guest().as(second.at("/accessToken")).get("/viewer/v1/sessions");
        assertThat(session.at("/data/0/id")).isEqualTo(second.at("/sessionId"));
    }

    @Test
    void aCookieAloneIsNoLeave() {
        var cookie = cookie(signUp());

        assertThat(refresh(tenant.guest(), cookie).code()).isEqualTo("viewers.refresh.refused");
    }

    @Test
    void whoSignsOutIsOut() {
        var cookie = cookie(signUp());

        var out = page.with("Cookie", cookie).post("/viewer/v1/auth/logout", "");

        assertThat(out.status()).as(out.toString()).isEqualTo(204);
        assertThat(out.header("Set-Cookie")).contains("Max-Age=0");
        assertThat(refresh(page, cookie).status()).isEqualTo(401);
    }

    @Test
    void aDeviceIsSignedOutFromAnother() {
        var email = Audience.address();
        var cookie = cookie(page.post("/viewer/v1/auth/register", Audience.account(email, Audience.PASSWORD)));
        var lost = refresh(page, cookie).at("/sessionId");
        var here = tenant.guest()
                .as(Audience.logIn(tenant, email, Audience.PASSWORD).at("/accessToken"));
        var stranger = tenant.guest().as(Audience.somebody(tenant).at("/accessToken"));

        assertThat(stranger.delete("/viewer/v1/sessions/" + lost).status()).isEqualTo(404);
        assertThat(here.delete("/viewer/v1/sessions/" + lost).status()).isEqualTo(204);

        assertThat(refresh(page, cookie).status()).isEqualTo(401);
        assertThat(here.get("/viewer/v1/account").at("/email")).isEqualTo(email);
    }

    private Answer signUp() {
        return page.post("/viewer/v1/auth/register", Audience.account(Audience.address(), Audience.PASSWORD));
    }

    private static Answer refresh(Api page, String cookie) {
        return page.with("Cookie", cookie).post("/viewer/v1/auth/refresh", "");
    }

    private static String cookie(Answer answer) {
        return answer.header("Set-Cookie").split(";")[0];
    }
}
