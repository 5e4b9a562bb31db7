package io.streamverse.kernel.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Several pages of Prometheus' text format as one: each family of metrics stands once, with the samples of all.
final class Exposition {
    private static final int NAME = 2;
    private final Map<String, List<String>> headers = new LinkedHashMap<>();
    private final Map<String, List<String>> samples = new LinkedHashMap<>();

    private Exposition() {}

    static String merged(List<String> pages) {
        var exposition = new Exposition();
        pages.forEach(exposition::add);
        return exposition.text();
    }

    private void add(String page) {
        var family = "";
        for (var line : page.lines().toList()) {
            if (line.startsWith("# ")) {
                family = line.split(" ")[NAME];
                addHeader(family, line);
            } else {
                samples.computeIfAbsent(family, _ -> new ArrayList<>()).add(line);
            }
        }
    }

    /// The page that names a family first describes it.
    private void addHeader(String family, String line) {
        var known = headers.computeIfAbsent(family, _ -> new ArrayList<>());
        var keyword = line.substring(0, line.indexOf(family));
        if (known.stream().noneMatch(it -> it.startsWith(keyword))) {
            known.add(line);
        }
    }

    private String text() {
        var text = new StringBuilder();
        headers.forEach((family, lines) -> Stream.concat(
                        lines.stream(), samples.getOrDefault(family, List.of()).stream())
                .forEach(line -> text.append(line).append('\n')));
        return text.toString();
    }
}
