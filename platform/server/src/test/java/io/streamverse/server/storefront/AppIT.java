package io.streamverse.server.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AppIT {
    private static final Stage STAGE = Stage.shared();
    private static final String APP = "/viewer/v1/app";
    private final TestTenant tenant = STAGE.tenant();

    @Test
    void anAppLearnsTheBrandBeforeAnybodySignsIn() {
        tenant.live()
                .patch(
                        "/v1/branding",
                        Map.of(
                                "name", "Aurora",
                                "primaryColor", "#e4572e",
                                "typeface", "serif",
                                "languages", List.of("fr", "ar"),
                                "texts", Map.of("fr", Map.of("tagline", "Le Grand Nord"))));

        var app = tenant.guest().get(APP);

        assertThat(app.at("/name")).isEqualTo("Aurora");
        assertThat(app.at("/theme/dark/primary")).isEqualTo("#e4572e");
        assertThat(app.at("/languages/0")).isEqualTo("fr");
        assertThat(app.at("/texts/fr/tagline")).isEqualTo("Le Grand Nord");
        assertThat(app.body().get("tiers").findValuesAsText("streams")).containsExactly("1", "2", "4", "6");
    }

    @Test
    void itIsKeptUntilItChanges() {
        var known = tenant.guest().get(APP);
        var asking = tenant.guest().with("If-None-Match", known.header("ETag"));

        assertThat(known.header("Cache-Control")).startsWith("public, max-age=60");
        assertThat(asking.get(APP).status()).isEqualTo(304);

        tenant.live().patch("/v1/branding", Map.of("name", "Borealis"));

        assertThat(asking.get(APP).at("/name")).isEqualTo("Borealis");
    }

    @Test
    void eachHostHasItsOwn() {
        var other = STAGE.tenant();
        tenant.live().patch("/v1/branding", Map.of("primaryColor", "#123456"));

        assertThat(tenant.guest().get(APP + "/theme.css").text()).contains("--primary: #123456;");
        assertThat(other.guest().get(APP + "/theme.css").text()).doesNotContain("#123456");
        assertThat(STAGE.as("").get(APP).status()).isEqualTo(401);
    }

    @Test
    void theAppCanBeInstalled() {
        tenant.live().patch("/v1/branding", Map.of("name", "<Été>"));

        var manifest = tenant.guest().get(APP + "/manifest.webmanifest");

        assertThat(manifest.header("Content-Type")).startsWith("application/manifest+json");
        assertThat(manifest.at("/short_name")).isEqualTo("<Été>");
        assertThat(manifest.at("/icons/0/src")).isEqualTo("/viewer/v1/app/icon.svg");
        assertThat(tenant.guest().get("/viewer/v1/app/icon.svg").text()).contains(">É</text>");
    }

    @Test
    void aBrandIsHeldAgainstItsRules() {
        var api = tenant.live();

        assertThat(api.patch("/v1/branding", Map.of("languages", List.of())).status())
                .isEqualTo(422);
        assertThat(api.patch("/v1/branding", Map.of("typeface", "comic")).status())
                .isEqualTo(400);
        assertThat(api.patch("/v1/branding", Map.of("texts", Map.of("e_n", Map.of("tagline", "x"))))
                        .status())
                .isEqualTo(422);
    }
}
