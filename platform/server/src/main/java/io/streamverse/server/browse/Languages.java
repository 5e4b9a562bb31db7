package io.streamverse.server.browse;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which of the languages there are is best for who sends `Accept-Language`.
final class Languages {
    private static final int LONGEST = 500;
    private static final String COMMON = "en";

    private Languages() {}

    /// Of what is asked for the first there is (RFC 4647, lookup), or another form of it; else English; else any.
    static Optional<String> best(Collection<String> there, @Nullable String accepted) {
        return ranges(accepted).stream()
                .flatMap(it -> lookup(there, it).or(() -> alike(there, it.getRange())).stream())
                .findFirst()
                .or(() -> alike(there, COMMON))
                .or(() -> there.stream().sorted().findFirst());
    }

    private static Optional<String> lookup(Collection<String> there, LanguageRange range) {
        return Optional.ofNullable(Locale.lookupTag(List.of(range), there))
                .flatMap(found -> there.stream().filter(found::equalsIgnoreCase).findFirst());
    }

    private static Optional<String> alike(Collection<String> there, String range) {
        var language = Locale.forLanguageTag(range).getLanguage();
        return there.stream()
                .filter(it -> !language.isEmpty()
                        && Locale.forLanguageTag(it).getLanguage().equals(language))
                .sorted()
                .findFirst();
    }

    private static List<LanguageRange> ranges(@Nullable String accepted) {
        if (accepted == null || accepted.isBlank() || accepted.length() > LONGEST) {
            return List.of();
        }
        try {
            return LanguageRange.parse(accepted).stream()
                    .filter(it -> it.getWeight() > 0)
                    .toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
