package io.streamverse.server.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReferenceControllerTest {
    private static final Pattern ASSET = Pattern.compile("(?:src|href)=\"(/docs/[^\"]*)\"");

    private final ReferenceController reference = new ReferenceController();

    @Test
    void theDocumentIsTheCommittedOne() throws IOException {
        assertThat(text(reference.document())).isEqualTo(Files.readString(Path.of("../../openapi/v1.yaml")));
    }

    @Test
    void thePageFindsAllItAsksFor() {
        assertThat(ASSET.matcher(text(reference.page()))
                        .results()
                        .map(it -> it.group(1).substring(6)))
                .hasSize(3)
                .allSatisfy(part -> assertThat(text(reference.part(part))).isNotEmpty());
    }

    @Test
    void nothingForeignIsLetIn() {
        assertThat(text(reference.page())).doesNotContain("//");
        assertThat(reference.page().header("Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .doesNotContain("http", "*", "unsafe-eval");
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.getBody().orElseThrow(), StandardCharsets.UTF_8);
    }
}
