package io.streamverse.server.cpix;

import io.streamverse.kernel.problem.Rejected;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Closes the keys of one document for the holder of a certificate (CPIX 2.3, 6): a document key of AES-256 closes
/// them, and HMAC-SHA-512 under a second key vouches for them; both go with the document, closed by RSA-OAEP.
final class Envelope {
    private static final int LEAST_BITS = 2048;
    private static final int BLOCK = 16;
    private static final SecureRandom RANDOM = new SecureRandom();
    private final X509Certificate recipient;
    private final byte[] documentKey = random(32);
    private final byte[] macKey = random(64);

    private Envelope(X509Certificate recipient) {
        this.recipient = recipient;
    }

    static Envelope to(String certificate) {
        try {
            var der = Base64.getMimeDecoder().decode(certificate);
            var factory = CertificateFactory.getInstance("X.509");
            var read = (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
            if (read.getPublicKey() instanceof RSAPublicKey key
                    && key.getModulus().bitLength() >= LEAST_BITS) {
                return new Envelope(read);
            }
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            throw unfit();
        }
        throw unfit();
    }

    String certificate() {
        try {
            return base64(recipient.getEncoded());
        } catch (GeneralSecurityException e) {
            throw impossible(e);
        }
    }

    String closedDocumentKey() {
        return base64(rsa(documentKey));
    }

    String closedMacKey() {
        return base64(rsa(macKey));
    }

    /// Vector and cipher text.
    byte[] close(byte[] key) {
        try {
            var iv = random(BLOCK);
            var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(documentKey, "AES"), new IvParameterSpec(iv));
            var closed = cipher.doFinal(key);
            return ByteBuffer.allocate(iv.length + closed.length)
                    .put(iv)
                    .put(closed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw impossible(e);
        }
    }

    String mac(byte[] closed) {
        try {
            var mac = Mac.getInstance("HmacSHA512");
            mac.init(new SecretKeySpec(macKey, "HmacSHA512"));
            return base64(mac.doFinal(closed));
        } catch (GeneralSecurityException e) {
            throw impossible(e);
        }
    }

    private byte[] rsa(byte[] key) {
        try {
            var cipher = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
            cipher.init(Cipher.ENCRYPT_MODE, recipient.getPublicKey());
            return cipher.doFinal(key);
        } catch (GeneralSecurityException e) {
            throw impossible(e);
        }
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static Rejected unfit() {
        return new Rejected(
                "drm.recipient.unfit", "Keys are encrypted for certificates of RSA keys of at least 2048 bits");
    }

    /// Without its cause, whose message may show what was worked on.
    private static IllegalStateException impossible(GeneralSecurityException e) {
        return new IllegalStateException(e.getClass().getSimpleName());
    }
}
