package io.streamverse.server.keys;

import io.streamverse.kernel.security.Digests;
import io.streamverse.kernel.tenancy.Environment;
import java.security.SecureRandom;

/// What a caller sends: `sv_live_…` or `sv_test_…`. We keep its hash and its last four characters.
record Secret(String value) {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 40;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Secret random(Environment environment) {
        var value = new StringBuilder("sv_").append(environment.label()).append('_');
        RANDOM.ints(LENGTH, 0, ALPHABET.length()).mapToObj(ALPHABET::charAt).forEach(value::append);
        return new Secret(value.toString());
    }

    static boolean looksLikeOne(String value) {
        return value.startsWith("sv_live_") || value.startsWith("sv_test_");
    }

    String hash() {
        return Digests.sha256(value);
    }

    String hint() {
        return value.substring(value.length() - 4);
    }

    @Override
    public String toString() {
        return "…" + hint();
    }
}
