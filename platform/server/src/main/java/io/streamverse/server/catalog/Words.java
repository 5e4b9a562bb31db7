package io.streamverse.server.catalog;

import static java.util.stream.Collectors.joining;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// What somebody looks for, as PostgreSQL reads it: all of the words, each from its beginning, without the marks on
/// letters.
final class Words {
    private static final Pattern MARKS = Pattern.compile("[\\u0300-\\u036f\\u064b-\\u065f\\u0670]");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
    private static final int MOST = 8;

    private Words() {}

    /// Empty where there is none.
    static String query(String said) {
        var plain = MARKS.matcher(Normalizer.normalize(said, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return BETWEEN.splitAsStream(plain)
                .filter(it -> !it.isEmpty())
                .limit(MOST)
                .map(it -> it + ":*")
                .collect(joining(" & "));
    }
}
