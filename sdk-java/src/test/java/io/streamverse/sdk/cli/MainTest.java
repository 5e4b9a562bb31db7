package io.streamverse.sdk.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {
    private static final Map<String, String> ENVIRONMENT = Map.of("STREAMVERSE_KEY", "sv_test_x");
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void helpIsNoFailure() {
        assertThat(run(Map.of(), "--help")).isZero();
        assertThat(out.toString(UTF_8)).contains("upload FILE").contains("Exit codes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "download x | There is no command download: it is upload.",
                "upload | Which file?",
                "upload missing.mp4 | There is no file missing.mp4 that can be read.",
                "upload --frobnicate | There is no option --frobnicate.",
                "upload --name | --name wants a value.",
                "upload --parallel 99 | --parallel is 1 to 32.",
                "upload --wait soon | --wait is written 90s, 30m or 2h."
            })
    void aWrongCallIsExplained(String words, String message) {
        assertThat(run(ENVIRONMENT, words.split(" "))).isEqualTo(2);
        assertThat(err.toString(UTF_8)).startsWith(message);
    }

    @Test
    void aKeyIsNeeded(@TempDir Path folder) throws IOException {
        var film = Files.writeString(folder.resolve("film.mp4"), "film");

        assertThat(run(Map.of(), "upload", film.toString())).isEqualTo(2);
        assertThat(err.toString(UTF_8)).startsWith("There is no key");
    }

    @Test
    void aPlatformThatIsAwayIsNamed(@TempDir Path folder) throws IOException {
        var film = Files.writeString(folder.resolve("film.mp4"), "film");

        var exit = run(ENVIRONMENT, "upload", film.toString(), "--url", "http://127.0.0.1:1", "--no-resume");

        assertThat(exit).isEqualTo(3);
        assertThat(err.toString(UTF_8)).contains("http://127.0.0.1:1 cannot be reached");
    }

    private int run(Map<String, String> environment, String... words) {
        return Main.run(
                List.of(words), environment, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }
}
