package io.streamverse.server.viewers;

import io.streamverse.kernel.problem.FieldError;
import io.streamverse.kernel.problem.Rejected;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What is too easily guessed.
final class PasswordRules {
    static final int SHORTEST = 10;
    static final int LONGEST = 256;
    private static final int FEWEST_DIFFERENT = 4;
    private static final List<String> RUNS =
            List.of("01234567890123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm");
    private static final List<String> COMMON = List.of("password", "passwort", "motdepasse", "contraseña", "letmein");

    private PasswordRules() {}

    static void demandGood(String password, String email, @Nullable String name) {
        if (password.codePointCount(0, password.length()) < SHORTEST || password.length() > LONGEST) {
            throw weak("has %d to %d characters".formatted(SHORTEST, LONGEST));
        }
        var plain = password.strip().toLowerCase(Locale.ROOT);
        if (plain.equals(email) || plain.equals(email.substring(0, email.lastIndexOf('@')))) {
            throw weak("is not the e-mail address");
        }
        if (name != null && plain.equals(name.strip().toLowerCase(Locale.ROOT))) {
            throw weak("is not the name");
        }
        if (plain.codePoints().distinct().count() < FEWEST_DIFFERENT || isRun(plain) || isCommon(plain)) {
            throw weak("is one of the first that anybody tries");
        }
    }

    private static boolean isRun(String plain) {
        var backwards = new StringBuilder(plain).reverse().toString();
        return RUNS.stream().anyMatch(it -> it.contains(plain) || it.contains(backwards));
    }

    /// A common word with nothing but digits and marks around it.
    private static boolean isCommon(String plain) {
        var letters = plain.codePoints()
                .filter(Character::isLetter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return COMMON.contains(letters);
    }

    private static Rejected weak(String rule) {
        return new Rejected(
                "viewers.password.weak",
                "This password is too weak; see errors",
                List.of(new FieldError("/password", rule)));
    }
}
