package io.streamverse.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("check")
class SnapshotTest {
    private static final Pattern PLACE = Pattern.compile("\\{([^}]*)}");

    private final JsonNode document = Snapshot.document();

    @Test
    void theSnapshotIsWhatTheProgramsDescribe() throws IOException {
        assertThat(Files.readString(Path.of("v1.yaml")))
                .as("openapi/v1.yaml is not what the controllers say: run `make openapi` and read the difference")
                .isEqualTo(Snapshot.text());
    }

    @Test
    void anOperationHasANameOfItsOwn() {
        assertThat(operations().map(it -> it.path("operationId").textValue()))
                .isNotEmpty()
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    @Test
    void aTenantsOperationAsksForAScope() {
        assertThat(document.path("paths").properties())
                .filteredOn(path -> path.getKey().startsWith("/v1/"))
                .flatExtracting(path -> path.getValue().properties())
                .isNotEmpty()
                .allSatisfy(operation ->
                        assertThat(operation.getValue().has("x-required-scope")).isTrue());
    }

    @Test
    void aPlaceInAnAddressIsAParameter() {
        assertThat(document.path("paths").properties()).isNotEmpty().allSatisfy(path -> {
            for (var operation : path.getValue()) {
                assertThat(pathParameters(operation)).containsExactlyElementsOf(places(path.getKey()));
            }
        });
    }

    @Test
    void onlyWhatIsPublicIsThere() {
        assertThat(document.path("paths").properties())
                .allSatisfy(path -> assertThat(path.getKey()).matches("/(v1|viewer/v1|operator/v1)/.*"));
    }

    private Stream<JsonNode> operations() {
        return document.path("paths").valueStream().flatMap(JsonNode::valueStream);
    }

    private static List<String> pathParameters(JsonNode operation) {
        return operation
                .path("parameters")
                .valueStream()
                .filter(it -> it.path("in").asText().equals("path"))
                .map(it -> it.path("name").asText())
                .toList();
    }

    private static List<String> places(String path) {
        return PLACE.matcher(path).results().map(it -> it.group(1)).toList();
    }
}
