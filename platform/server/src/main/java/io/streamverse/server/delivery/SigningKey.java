package io.streamverse.server.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamverse.kernel.security.Digests;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// One of a cluster's keys, derived from a secret: two clusters that share a secret share no key. All its tokens begin
/// with the same header, and no other header is believed.
final class SigningKey {
    static final String ALGORITHM = "HS256";
    private static final String MAC = "HmacSHA256";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int NAME = 12;

    private final String id;
    private final byte[] key;
    private final Mac prototype;
    private final String header;
    private final Envelope envelope;

    private SigningKey(byte[] key, byte[] sealing) {
        this.key = key;
        this.envelope = new Envelope(sealing);
        this.id = Digests.sha256("streamverse.delivery-key-id:" + BASE64.encodeToString(key))
                .substring(0, NAME);
        this.prototype = initialised(key);
        this.header = BASE64.encodeToString(
                "{\"alg\":\"%s\",\"kid\":\"%s\"}".formatted(ALGORITHM, id).getBytes(UTF_8));
    }

    static SigningKey of(String cluster, String secret) {
        return new SigningKey(
                derived(secret, "streamverse.delivery:" + cluster),
                derived(secret, "streamverse.delivery-envelope:" + cluster));
    }

    String id() {
        return id;
    }

    /// As a JSON Web Key has it.
    String base64() {
        return BASE64.encodeToString(key);
    }

    String header() {
        return header;
    }

    /// What no edge needs to open: it is not among the keys that they fetch.
    Envelope envelope() {
        return envelope;
    }

    String sign(String claims) {
        var signed = header + "." + BASE64.encodeToString(claims.getBytes(UTF_8));
        return signed + "." + BASE64.encodeToString(mac(signed));
    }

    byte[] mac(String signed) {
        try {
            return ((Mac) prototype.clone()).doFinal(signed.getBytes(UTF_8));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The JDK's HMAC can be cloned", e);
        }
    }

    private static byte[] derived(String secret, String name) {
        return initialised(secret.getBytes(UTF_8)).doFinal(name.getBytes(UTF_8));
    }

    private static Mac initialised(byte[] key) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + MAC, e);
        }
    }
}
