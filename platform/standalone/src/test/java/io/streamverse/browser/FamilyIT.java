package io.streamverse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.streamverse.standalone.TestStandalone;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.TestTenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A grown-up's profile is put behind a PIN in the storefront: the child stays out of it, on every device.
class FamilyIT {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots").toAbsolutePath();
    private static final Path SCRIPT = Path.of("src/test/js/family.mjs").toAbsolutePath();
    private static JsonNode seen = MissingNode.getInstance();

    @BeforeAll
    static void aFamily() throws IOException {
        Files.createDirectories(SCREENSHOTS);
        var url = TestStandalone.url();
        var operator = new Api(url, TestStandalone.OPERATOR_KEY);
        Eventually.is(
                "the standalone is ready", () -> operator.get("/health/ready").status() == 200);
        assertThat(operator.post("/operator/v1/tenants", TestTenant.signUp("family"))
                        .status())
                .isEqualTo(201);
        var site = "http://family.localhost:%d".formatted(url.getPort());
        seen = Chromium.run(SCRIPT, Map.of("site", site, "folder", SCREENSHOTS.toString()));
        assertThat(seen.at("/error").asText()).as(seen.toPrettyString()).isEmpty();
    }

    @Test
    void theChildIsAskedForThePin() {
        assertThat(seen.at("/wrong").asText()).isEqualTo("This is not the PIN. Try again.");
    }

    @Test
    void onlyWhoKnowsThePinChangesProfiles() {
        assertThat(seen.at("/childSees").asText())
                .contains("choose the one that has the PIN")
                .doesNotContain("New profile", "×");
        assertThat(seen.at("/grownUpSees").asText()).contains("Ada");
    }

    @Test
    void whoForgotThePinHasThePassword() {
        assertThat(seen.at("/forgotten").asText()).isNotEmpty();
    }

    @Test
    void everybodyCanUseIt() {
        assertThat(seen.at("/violations"))
                .as(seen.at("/violations").toPrettyString())
                .isEmpty();
    }
}
