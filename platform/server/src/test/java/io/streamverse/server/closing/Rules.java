package io.streamverse.server.closing;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What docs/erasure.md says becomes of each place: rows of a table, `place` in the first column, the rule in the
/// second.
record Rules(Map<String, String> byPlace) {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]+`) \\| (erased|sent|expires|kept|nobody) \\|");

    static Rules read() {
        try {
            var page = Files.readString(Path.of("../../docs/erasure.md"));
            return new Rules(ROW.matcher(page)
                    .results()
                    .flatMap(it -> Pattern.compile("`([^`]+)`")
                            .matcher(it.group(1))
                            .results()
                            .map(place -> Map.entry(place.group(1), it.group(2))))
                    .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> places() {
        return new TreeSet<>(byPlace.keySet());
    }

    Set<String> of(String rule) {
        return byPlace.keySet().stream()
                .filter(it -> rule.equals(byPlace.get(it)))
                .collect(Collectors.toSet());
    }
}
