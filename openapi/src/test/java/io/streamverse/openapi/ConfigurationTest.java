package io.streamverse.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// docs/configuration.md lists every key of every program's file, with the default that stands there.
@Tag("check")
class ConfigurationTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern COMMENTED_KEY = Pattern.compile("(?m)^( *)# ([a-z-]+: .*)$");
    private static final Pattern VARIABLE = Pattern.compile("STREAMVERSE_[A-Z_]*[A-Z]");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| ([^|]+) \\| [^|]+ \\|$");

    @ParameterizedTest
    @CsvSource({"server,platform/server", "billing,billing", "worker,platform/worker"})
    void aKeyIsExplainedWithItsDefault(String program, String module) throws JsonProcessingException {
        var file = JavaFiles.text(ROOT.resolve(module).resolve("src/main/resources/" + program + ".yml"));

        assertThat(rowsUnder(program)).isEqualTo(keysOf(file));
    }

    @ParameterizedTest
    @CsvSource({"server,platform/server", "billing,billing", "worker,platform/worker", "server,platform/kernel"})
    void aSettingTheCodeReadsIsAKey(String program, String module) {
        assertThat(rowsUnder(program).keySet()).containsAll(Settings.under(ROOT.resolve(module)));
    }

    @Test
    void everyVariableOfTheStandaloneIsExplained() {
        var logs = JavaFiles.text(ROOT.resolve("platform/kernel/src/main/resources/logback.xml"));
        var settings = Stream.concat(
                        JavaFiles.under(ROOT.resolve("platform/standalone/src/main/java")), Stream.of(logs))
                .flatMap(source -> VARIABLE.matcher(source).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());

        assertThat(rowsUnder("The standalone").keySet()).isEqualTo(settings);
    }

    private static Map<String, String> rowsUnder(String heading) {
        var text = JavaFiles.text(ROOT.resolve("docs/configuration.md"));
        var section = text.substring(text.indexOf("\n## " + heading + "\n") + 1).split("\n## ", 2)[0];
        return ROW.matcher(section)
                .results()
                .collect(Collectors.toMap(it -> it.group(1), it -> it.group(2), (_, last) -> last, TreeMap::new));
    }

    private static Map<String, String> keysOf(String file) throws JsonProcessingException {
        var keys = new TreeMap<String, String>();
        collect("", Snapshot.YAML.readTree(COMMENTED_KEY.matcher(file).replaceAll("$1$2")), keys);
        var given = new TreeMap<String, String>();
        collect("", Snapshot.YAML.readTree(file), given);
        keys.replaceAll((key, _) -> given.getOrDefault(key, "*none*"));
        return keys;
    }

    private static void collect(String path, JsonNode node, Map<String, String> into) {
        switch (node.getNodeType()) {
            case OBJECT ->
                node.properties()
                        .forEach(it ->
                                collect(path.isEmpty() ? it.getKey() : path + "." + it.getKey(), it.getValue(), into));
            case ARRAY ->
                into.put(path, node.valueStream().map(JsonNode::asText).collect(Collectors.joining(", ")));
            default -> into.put(path, node.asText());
        }
    }
}
