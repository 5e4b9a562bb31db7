package io.streamverse.openapi;

import io.micronaut.core.naming.NameUtils;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The config records of a module.
record Settings(Class<?> type, String prefix) {
    private static final Pattern RECORD = Pattern.compile("(?s)package ([\\w.]+);.*"
            + "@(?:ConfigurationProperties|EachProperty)\\(\"([\\w.-]+)\"\\)\\s+(?:public )?record (\\w+)\\(");

    static Stream<Settings> of(Path module) {
        return JavaFiles.under(module.resolve("src/main/java"))
                .flatMap(source -> RECORD.matcher(source).results())
                .map(Settings::named);
    }

    /// What is said once for each database, by the one that stands for all.
    private static final Map<String, String> EACH =
            Map.of("database", "database.tenants", "databases", "databases.second");

    /// Their keys.
    static List<String> under(Path module) {
        return of(module).flatMap(Settings::keys).toList();
    }

    private static Settings named(MatchResult record) {
        try {
            var type = Class.forName(record.group(1) + "." + record.group(3));
            return new Settings(type, EACH.getOrDefault(record.group(2), record.group(2)));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private Stream<String> keys() {
        return Arrays.stream(type.getRecordComponents())
                .filter(it -> !(EACH.containsValue(prefix) && it.getName().equals("name")))
                .map(it -> prefix + "." + NameUtils.hyphenate(it.getName()));
    }
}
