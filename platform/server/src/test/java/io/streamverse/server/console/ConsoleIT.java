package io.streamverse.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import org.junit.jupiter.api.Test;

class ConsoleIT {
    private final Stage stage = Stage.shared();
    private final TestTenant tenant = stage.tenant();

    @Test
    void aKeyBecomesASessionThatOnlyOurPageCanUse() {
        var session = signedIn();
        var cookie = cookieOf(session);

        var page = stage.as("").with("Cookie", cookie);

        assertThat(page.with("StreamVerse-Console", session.at("/token"))
                        .get("/v1/tenant")
                        .at("/id"))
                .isEqualTo(tenant.id().value());
        assertThat(page.get("/v1/tenant").code()).isEqualTo("console.token.missing");
        assertThat(page.with("StreamVerse-Console", "guessed").get("/v1/tenant").status())
                .isEqualTo(403);
        assertThat(page.get("/admin/session").body()).isEqualTo(session.body());
        assertThat(page.with("Accept", "*/*").get("/admin/session").body()).isEqualTo(session.body());
        assertThat(session.at("/environment")).isEqualTo("live");
    }

    @Test
    void theCookieIsHiddenFromScriptsAndOtherSites() {
        assertThat(signedIn().header("Set-Cookie"))
                .contains("HTTPOnly", "SameSite=Strict", "Path=/", "Max-Age=28800")
                .doesNotContain(tenant.liveKey(), "Secure");
        assertThat(tenant.live()
                        .with("X-Forwarded-Proto", "https")
                        .post("/admin/session", "")
                        .header("Set-Cookie"))
                .contains("Secure");
    }

    @Test
    void aForgedCookieIsRefused() {
        var forged = stage.as("").with("Cookie", "streamverse-console=Zm9yZ2VkIGNvb2tpZSBvZiBub2JvZHk=");

        assertThat(forged.get("/v1/tenant").code()).isEqualTo("console.session.over");
        assertThat(forged.get("/admin/session").code()).isEqualTo("console.session.over");
        assertThat(stage.as("").get("/admin/session").code()).isEqualTo("console.session.over");
    }

    @Test
    void aSessionEndsWithItsKey() {
        var key = tenant.live().post("/v1/api-keys", "{\"name\": \"Console\", \"scopes\": [\"tenant:read\"]}");
        var session = stage.as(key.at("/key")).post("/admin/session", "");
        var page = page(session);
        assertThat(page.get("/v1/tenant").status()).isEqualTo(200);

        tenant.live().delete("/v1/api-keys/" + key.at("/id"));

        Eventually.is(
                "the session is refused", () -> page.get("/v1/tenant").code().equals("keys.key.refused"));
    }

    @Test
    void aSessionMayWhatItsKeyMay() {
        var key = tenant.live().post("/v1/api-keys", "{\"name\": \"Console\", \"scopes\": [\"tenant:read\"]}");
        var page = page(stage.as(key.at("/key")).post("/admin/session", ""));

        assertThat(page.get("/v1/api-keys").code()).isEqualTo("keys.scope.missing");
    }

    @Test
    void theOperatorsKeyOpensNoTenantsConsole() {
        assertThat(stage.operator().post("/admin/session", "").code()).isEqualTo("console.key.not-tenants");
        assertThat(stage.as("sv_live_of_nobody").post("/admin/session", "").status())
                .isEqualTo(401);
    }

    @Test
    void signingOutTakesTheCookieAway() {
        var page = page(signedIn());

        assertThat(page.delete("/admin/session").header("Set-Cookie")).contains("Max-Age=0");
    }

    private Answer signedIn() {
        return tenant.live().post("/admin/session", "");
    }

    private Api page(Answer session) {
        return stage.as("").with("Cookie", cookieOf(session)).with("StreamVerse-Console", session.at("/token"));
    }

    private static String cookieOf(Answer session) {
        return session.header("Set-Cookie").split(";", 2)[0];
    }
}
