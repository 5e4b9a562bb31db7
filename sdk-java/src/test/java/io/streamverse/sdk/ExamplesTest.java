package io.streamverse.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.sdk.model.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of the contract survive being read and written. */
class ExamplesTest {
    private final Json json = new Json();

    static List<Path> examples() throws IOException {
        try (var files = Files.list(Path.of("../openapi/examples"))) {
            return files.sorted()
                    .filter(it -> !it.getFileName().toString().equals("Problem.json"))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsWrittenAsItWasRead(Path example) throws Exception {
        var name = example.getFileName().toString().replace(".json", "");
        var wire = json.tree(Files.readAllBytes(example));

        var model = json.read(wire, Class.forName(Tenant.class.getPackageName() + "." + name));

        assertThat(json.tree(json.write(model))).isEqualTo(wire);
    }
}
