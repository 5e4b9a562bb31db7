package io.streamverse.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `examples/<Schema>.json`: what really goes over the wire; the SDKs read and write the same files.
@Tag("check")
class ExamplesTest {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            VersionFlag.V4,
            builder -> builder.metaSchema(OpenApi30.getInstance())
                    .defaultMetaSchemaIri(OpenApi30.getInstance().getIri()));

    static List<Path> examples() throws IOException {
        try (var files = Files.list(Path.of("examples"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleFitsItsSchema(Path example) throws IOException {
        assertThat(complaints(schemaOf(example), Snapshot.YAML.readTree(example.toFile())))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleNamesOnlyFieldsThatExist(Path example) throws IOException {
        var properties = Snapshot.document()
                .at("/components/schemas/" + schemaOf(example) + "/properties")
                .properties();

        assertThat(Snapshot.YAML.readTree(example.toFile()).properties())
                .isNotEmpty()
                .extracting(it -> it.getKey())
                .isSubsetOf(properties.stream().map(it -> it.getKey()).toList());
    }

    @Test
    void aWrongExampleIsSeen() throws IOException {
        var tenant = (ObjectNode)
                Snapshot.YAML.readTree(Path.of("examples/Tenant.json").toFile());
        tenant.put("state", "asleep").putObject("owner");

        assertThat(complaints("Tenant", tenant)).hasSizeGreaterThan(1);
    }

    private static Set<ValidationMessage> complaints(String schema, JsonNode example) {
        var place = Path.of("v1.yaml").toAbsolutePath().toUri() + "#/components/schemas/" + schema;
        return SCHEMAS.getSchema(SchemaLocation.of(place)).validate(example);
    }

    private static String schemaOf(Path example) {
        return example.getFileName().toString().replace(".json", "");
    }
}
