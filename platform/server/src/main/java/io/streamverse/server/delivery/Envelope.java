package io.streamverse.server.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Hides what a token says of a person, as RFC 9246 demands for addresses: JSON Web Encryption, `dir` with A256GCM, in
/// its compact form.
final class Envelope {
    private static final String HEADER = "{\"alg\":\"dir\",\"enc\":\"A256GCM\"}";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final String PREFIX = ENCODER.encodeToString(HEADER.getBytes(UTF_8));
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final int PARTS = 5;
    private static final SecureRandom RANDOM = new SecureRandom();
    private final SecretKeySpec key;

    Envelope(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    String seal(String text) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(text.getBytes(UTF_8));
            int length = sealed.length - TAG_BYTES;
            return "%s..%s.%s.%s"
                    .formatted(
                            PREFIX,
                            ENCODER.encodeToString(nonce),
                            part(sealed, 0, length),
                            part(sealed, length, TAG_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES-GCM", e);
        }
    }

    /// Empty for whatever `seal` never wrote.
    Optional<String> open(String envelope) {
        var parts = envelope.split("\\.", -1);
        if (parts.length != PARTS || !parts[0].equals(PREFIX) || !parts[1].isEmpty()) {
            return Optional.empty();
        }
        var decoder = Base64.getUrlDecoder();
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, decoder.decode(parts[2]));
            cipher.update(decoder.decode(parts[3]));
            return Optional.of(new String(cipher.doFinal(decoder.decode(parts[4])), UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        cipher.updateAAD(PREFIX.getBytes(UTF_8));
        return cipher;
    }

    private static String part(byte[] sealed, int from, int length) {
        return UTF_8.decode(ENCODER.encode(ByteBuffer.wrap(sealed, from, length)))
                .toString();
    }
}
