package io.streamverse.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A page of Prometheus' text format, read as strictly as the format is written down: every sample stands under the one
/// description of its family, and no series stands twice.
record Exposition(Map<String, Double> series, List<String> families) {
    private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
    private static final String LABELS = "\\{(?:[a-zA-Z_]\\w*=\"(?:[^\"\\\\\n]|\\\\[\\\\\"n])*\",?)*}";
    private static final Pattern TYPE =
            Pattern.compile("# TYPE (" + NAME + ") (counter|gauge|histogram|summary|untyped)");
    private static final Pattern HELP = Pattern.compile("# HELP (" + NAME + ") .*");
    private static final Pattern SAMPLE = Pattern.compile("((" + NAME + ")(?:" + LABELS + ")?) (\\S+)");

    static Exposition parse(String page) {
        assertThat(page).endsWith("\n");
        var series = new HashMap<String, Double>();
        var families = new ArrayList<String>();
        for (var line : page.lines().toList()) {
            var type = TYPE.matcher(line);
            var sample = SAMPLE.matcher(line);
            if (type.matches()) {
                assertThat(families).doesNotContain(type.group(1));
                families.add(type.group(1));
            } else if (!HELP.matcher(line).matches()) {
                assertThat(sample.matches()).as(line).isTrue();
                assertThat(sample.group(2)).startsWith(families.getLast());
                assertThat(series.put(sample.group(1), number(sample.group(3))))
                        .as(line)
                        .isNull();
            }
        }
        return new Exposition(series, families);
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace("Inf", "Infinity"));
    }

    /// The value of the one series that contains all these words.
    double value(String... words) {
        return series.entrySet().stream()
                .filter(it -> List.of(words).stream().allMatch(it.getKey()::contains))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError(List.of(words) + " is not in " + series.keySet()));
    }
}
