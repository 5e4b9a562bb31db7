package io.streamverse.server.viewers;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Argon2id as `$argon2id$v=19$m=…,t=…,p=…$salt$hash`, with the first choice of OWASP's password storage cheat sheet.
final class Argon2 {
    private static final int MEMORY_KB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final int memoryKb;
    private final int passes;
    private final int lanes;
    private final byte[] salt;
    private final byte[] hash;

    private Argon2(int memoryKb, int passes, int lanes, byte[] salt, byte[] hash) {
        this.memoryKb = memoryKb;
        this.passes = passes;
        this.lanes = lanes;
        this.salt = salt;
        this.hash = hash;
    }

    static Argon2 of(String password) {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new Argon2(MEMORY_KB, PASSES, LANES, salt, derive(password, MEMORY_KB, PASSES, LANES, salt));
    }

    static Argon2 parse(String text) {
        var parts = text.split("\\$", -1);
        if (parts.length != 6 || !parts[1].equals("argon2id") || !parts[2].equals("v=19")) {
            throw new IllegalStateException("Not a password hash of ours");
        }
        var costs = parts[3].split("[=,]", -1);
        var decoder = Base64.getDecoder();
        return new Argon2(
                Integer.parseInt(costs[1]),
                Integer.parseInt(costs[3]),
                Integer.parseInt(costs[5]),
                decoder.decode(parts[4]),
                decoder.decode(parts[5]));
    }

    boolean matches(String password) {
        return MessageDigest.isEqual(hash, derive(password, memoryKb, passes, lanes, salt));
    }

    boolean isOutdated() {
        return memoryKb != MEMORY_KB || passes != PASSES || lanes != LANES;
    }

    private static byte[] derive(String password, int memoryKb, int passes, int lanes, byte[] salt) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKb)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        var hash = new byte[HASH_BYTES];
        var typed = Normalizer.normalize(password, Normalizer.Form.NFKC);
        generator.generateBytes(typed.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    @Override
    public String toString() {
        var encoder = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(memoryKb, passes, lanes, encoder.encodeToString(salt), encoder.encodeToString(hash));
    }
}
