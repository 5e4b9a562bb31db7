package io.streamverse.kernel.http;

import java.util.IllformedLocaleException;
import java.util.Locale;

/// Text that people read, in whatever script. What could hide or turn round what follows it is none: control
/// characters, and the overrides of direction. Direction marks and isolates are, since Arabic and Hebrew need them.
public final class PlainText {
    private static final int LEFT_TO_RIGHT_OVERRIDE = 0x202D;
    private static final int RIGHT_TO_LEFT_OVERRIDE = 0x202E;
    private static final int LINE_SEPARATOR = 0x2028;
    private static final int PARAGRAPH_SEPARATOR = 0x2029;

    private PlainText() {}

    /// One line, with something in it to be seen.
    public static boolean isLine(String text) {
        return !text.isBlank()
                && text.codePoints().allMatch(it -> isPlain(it) && it != LINE_SEPARATOR && it != PARAGRAPH_SEPARATOR);
    }

    /// Lines may end, with `\n`.
    public static boolean isProse(String text) {
        return text.codePoints().allMatch(it -> it == '\n' || isPlain(it));
    }

    /// A language as BCP 47 writes it: `pt-BR`, and no other spelling of the same.
    public static boolean isLanguage(String tag) {
        try {
            var locale = new Locale.Builder().setLanguageTag(tag).build();
            return !locale.getLanguage().isEmpty() && locale.toLanguageTag().equals(tag);
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    private static boolean isPlain(int character) {
        return !Character.isISOControl(character)
                && character != LEFT_TO_RIGHT_OVERRIDE
                && character != RIGHT_TO_LEFT_OVERRIDE;
    }
}
