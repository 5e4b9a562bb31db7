package io.streamverse.server.catalog;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Countries as ISO 3166-1 alpha-2.
final class Territories {
    private static final Set<String> KNOWN = new HashSet<>(List.of(Locale.getISOCountries()));

    private Territories() {}

    /// In the order of the alphabet. What is none of them stays in, to be refused: without it they might be all.
    static Set<String> sorted(@Nullable Set<String> territories) {
        var sorted = new TreeSet<String>(Comparator.nullsFirst(Comparator.naturalOrder()));
        if (territories != null) {
            sorted.addAll(territories);
        }
        return Collections.unmodifiableSet(sorted);
    }

    static boolean areKnown(Set<String> territories) {
        return KNOWN.containsAll(territories);
    }
}
