package io.streamverse.testkit.migrations;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A migration that was merged has run somewhere; whoever changes it breaks that installation. `migrations.sha256`
/// lists them in the form of `sha256sum`: a new file adds its line, and no line ever changes.
@Tag("check")
class MigrationsTest {
    private static final Path ROOT = Path.of("../..");
    private static final Path LIST = Path.of("src/test/resources/migrations.sha256");

    @Test
    void mergedMigrationsStayAsTheyAre() throws IOException {
        assertThat(present())
                .as("changed or removed: undo that and write a new one (make migration). New: add its line to %s", LIST)
                .containsExactlyEntriesOf(listed());
    }

    private static Map<String, String> listed() throws IOException {
        try (var lines = Files.lines(LIST)) {
            return new TreeMap<>(lines.map(line -> line.split(" {2}", 2)).collect(toMap(it -> it[1], it -> it[0])));
        }
    }

    private static Map<String, String> present() throws IOException {
        try (var files = Files.walk(ROOT)) {
            return new TreeMap<>(files.filter(it -> it.toString().matches(".*/src/main/resources/db/.*\\.sql"))
                    .collect(toMap(it -> ROOT.relativize(it).toString(), MigrationsTest::sha256)));
        }
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
