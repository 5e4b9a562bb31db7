package io.streamverse.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("check")
class ProblemsTest {
    private static final Path ROOT = Path.of("..");
    private static final List<String> PROGRAMS =
            List.of("platform/kernel", "platform/server", "platform/worker", "billing");
    private static final String REFUSALS = "Malformed|Unauthenticated|LimitReached|Forbidden|NotFound|Conflict|Gone"
            + "|PreconditionFailed|Locked|TooLarge|Rejected|Corrupted|TooManyRequests|Unavailable";

    /// `new NotFound("a.code", …`, and the writer's own `write(request, 404, "a.code", …`.
    private static final Pattern USE =
            Pattern.compile("(?:new (?:%s)\\(|\\bwrite\\(\\s*request,\\s*\\w+,|\\bcase(?= \"\\w+\\.))\\s*\"([^\"]+)\""
                    .formatted(REFUSALS));

    private static final Pattern HEADING = Pattern.compile("(?m)^## (.+)$");

    @Test
    void theCatalogueHoldsEveryCodeOfThePrograms() throws IOException {
        assertThat(catalogue().map(ProblemsTest::code))
                .as("openapi/problems.yaml, in the order of the alphabet")
                .containsExactlyElementsOf(codesInSources());
    }

    @Test
    void everyCodeHasItsParagraph() throws IOException {
        var paragraphs = HEADING.matcher(Files.readString(ROOT.resolve("docs/problems.md")));

        assertThat(paragraphs.results().map(it -> it.group(1)))
                .containsExactlyElementsOf(catalogue().map(ProblemsTest::code).toList());
    }

    @Test
    void aTitleIsItsStatusInWords() throws IOException {
        assertThat(catalogue())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.path("title").asText())
                        .isEqualTo(titleOf(it.path("status").asInt())));
    }

    /// 460 is tus's own.
    private static String titleOf(int status) {
        return status == 460 ? "Checksum Mismatch" : HttpStatus.valueOf(status).getReason();
    }

    private static Stream<JsonNode> catalogue() throws IOException {
        return Snapshot.YAML.readTree(Path.of("problems.yaml").toFile()).valueStream();
    }

    private static String code(JsonNode problem) {
        return problem.path("code").asText();
    }

    private static List<String> codesInSources() {
        return PROGRAMS.stream()
                .flatMap(program -> JavaFiles.under(ROOT.resolve(program).resolve("src/main/java")))
                .flatMap(source -> USE.matcher(source).results().map(it -> it.group(1)))
                .distinct()
                .sorted()
                .toList();
    }
}
