package io.streamverse.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// What the document is made of: a frame written by hand, and what the compiler wrote for each program.
final class Sources {
    private static final String DESCRIBED = "META-INF/swagger/service-1.0.0.yml";

    private Sources() {}

    static ObjectNode frame() {
        return read(Objects.requireNonNull(Sources.class.getResource("frame.yaml")));
    }

    /// All programs' paths and schemas in one tree.
    static ObjectNode described() {
        var all = Snapshot.YAML.createObjectNode();
        programs().stream().map(Sources::read).forEach(program -> {
            all.withObject("/paths").setAll((ObjectNode) program.path("paths"));
            all.withObject("/schemas")
                    .setAll((ObjectNode) program.path("components").path("schemas"));
        });
        return all;
    }

    private static List<URL> programs() {
        try {
            return Collections.list(Sources.class.getClassLoader().getResources(DESCRIBED)).stream()
                    .sorted(Comparator.comparing(URL::toString))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode read(URL file) {
        try (var content = file.openStream()) {
            return (ObjectNode) Snapshot.YAML.readTree(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
