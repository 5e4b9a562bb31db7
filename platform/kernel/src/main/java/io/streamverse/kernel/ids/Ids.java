package io.streamverse.kernel.ids;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;

@Singleton
public final class Ids {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int TIME_CHARACTERS = 10;
    private static final int RANDOM_CHARACTERS = 16;
    private static final int CHARACTERS = TIME_CHARACTERS + RANDOM_CHARACTERS;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    public Ids(InstantSource clock) {
        this.clock = clock;
    }

    /// 48 bits of milliseconds, so that ids sort by age and index well, then 80 random bits.
    public String next(String prefix) {
        var id = new StringBuilder(prefix.length() + 1 + CHARACTERS);
        id.append(prefix).append('_');
        var millis = clock.millis();
        for (var character = TIME_CHARACTERS - 1; character >= 0; character--) {
            id.append(letter((int) (millis >>> (5 * character))));
        }
        var noise = new byte[RANDOM_CHARACTERS];
        random.nextBytes(noise);
        for (var bits : noise) {
            id.append(letter(bits));
        }
        return id.toString();
    }

    public static String require(String prefix, String value) {
        if (!isValid(prefix, value)) {
            throw new IllegalArgumentException(
                    "An id of this kind is %s_ and %d characters out of %s".formatted(prefix, CHARACTERS, ALPHABET));
        }
        return value;
    }

    public static boolean isValid(String prefix, String value) {
        var start = prefix.length() + 1;
        if (value.length() != start + CHARACTERS || !value.startsWith(prefix) || value.charAt(start - 1) != '_') {
            return false;
        }
        for (var at = start; at < value.length(); at++) {
            if (ALPHABET.indexOf(value.charAt(at)) < 0) {
                return false;
            }
        }
        // 26 characters hold 130 bits, an id has 128.
        return value.charAt(start) <= '7';
    }

    private static char letter(int bits) {
        return ALPHABET.charAt(bits & 31);
    }
}
