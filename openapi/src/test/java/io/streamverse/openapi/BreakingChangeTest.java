package io.streamverse.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;

/// `released/v1.yaml` is what customers' programs were written for; a release replaces it with `v1.yaml`.
@Tag("check")
class BreakingChangeTest {
    private static final Path RELEASED = Path.of("released/v1.yaml");

    @Test
    void whatWasReleasedGoesOnWorking() throws IOException {
        assertThat(sinceReleaseOf(Files.readString(Path.of("v1.yaml"))))
                .as("programs written for the last release would break")
                .satisfies(it -> assertThat(it.isCompatible()).isTrue());
    }

    @Test
    void aVanishedOperationIsSeen() throws IOException {
        var api = released();
        api.withObject("/paths").remove("/v1/branding");

        assertThat(sinceReleaseOf(api.toString()).isIncompatible()).isTrue();
    }

    @Test
    void aFieldThatIsSuddenlyRequiredIsSeen() throws IOException {
        var api = released();
        ((ArrayNode) api.at("/components/schemas/CreateTenant/required")).add("externalId");

        assertThat(sinceReleaseOf(api.toString()).isIncompatible()).isTrue();
    }

    @Test
    void aFieldThatIsNoLongerAnsweredIsSeen() throws IOException {
        var api = released();
        api.withObject("/components/schemas/Tenant/properties").remove("slug");

        assertThat(sinceReleaseOf(api.toString()).isIncompatible()).isTrue();
    }

    @Test
    void aNewFieldInAnAnswerBreaksNobody() throws IOException {
        var api = released();
        api.withObject("/components/schemas/Plan/properties/color").put("type", "string");

        assertThat(sinceReleaseOf(api.toString()).isCompatible()).isTrue();
    }

    private static ObjectNode released() throws IOException {
        return (ObjectNode) Snapshot.YAML.readTree(RELEASED.toFile());
    }

    private static ChangedOpenApi sinceReleaseOf(String api) throws IOException {
        return OpenApiCompare.fromContents(Files.readString(RELEASED), api);
    }
}
