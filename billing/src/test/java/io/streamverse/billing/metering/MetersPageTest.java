package io.streamverse.billing.metering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// `docs/meters.md` says what `meters.yml` says. Where it does not, the right page lies in `target/meters.md`.
@Tag("check")
class MetersPageTest {
    private static final Path PAGE = Path.of("../docs/meters.md");

    @Test
    void thePageIsGeneratedFromTheMeters() throws IOException {
        var page = page(MetersFile.read());
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/meters.md"), page);

        assertThat(PAGE).as("cp billing/target/meters.md docs/meters.md").hasContent(page);
    }

    private static String page(MetersFile file) {
        return """
                # Meters

                What is counted, and how. Generated from
                [`meters.yml`](../billing/src/main/resources/meters.yml); do not edit. A meter marked *operator* is shown to
                the operator alone; one marked *external* is reported by the operator
                (`POST /operator/v1/usage-events`). Freshness is how long a fact may take to be seen.

                | meter | unit | kind | source | freshness | dimensions | seen by | reported |
                |---|---|---|---|---|---|---|---|
                %s

                %s

                ## Weights
                A millisecond of output weighs the product of these; each holds from its date until the next one for the same
                property.

                | property | value | weight | from |
                |---|---|---|---|
                %s
                """.formatted(
                        file.meters().stream().map(MetersPageTest::row).collect(Collectors.joining("\n")),
                        file.meters().stream()
                                .map(it -> "## " + it.code() + "\n" + it.derivation())
                                .collect(Collectors.joining("\n\n")),
                        file.weights().stream()
                                .sorted(Comparator.comparing(Weight::dimension)
                                        .thenComparing(Weight::value)
                                        .thenComparing(Weight::from))
                                .map(it -> "| %s | %s | %s | %s |"
                                        .formatted(it.dimension(), it.value(), it.weight(), it.from()))
                                .collect(Collectors.joining("\n")));
    }

    private static String row(Meter meter) {
        return "| `%s` | %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        meter.code(),
                        meter.unit(),
                        meter.kind() == Meter.Kind.SUM ? "sum" : "level",
                        meter.source(),
                        meter.freshness(),
                        meter.dimensions().isEmpty()
                                ? "–"
                                : meter.dimensions().contains("*") ? "any" : String.join(", ", meter.dimensions()),
                        meter.operatorOnly() ? "operator" : "tenant",
                        meter.external() ? "external" : "by the platform");
    }
}
