package io.streamverse.server.providers;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// What providers' protocols are signed and closed with. Every JDK has it.
final class Crypto {
    private Crypto() {}

    static byte[] hmac256(byte[] key, byte[] text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw impossible(e);
        }
    }

    static byte[] sha1(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(text);
        } catch (GeneralSecurityException e) {
            throw impossible(e);
        }
    }

    static byte[] aesCbc(byte[] key, byte[] iv, byte[] text, String padding) {
        try {
            var cipher = Cipher.getInstance("AES/CBC/" + padding);
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw impossible(e);
        }
    }

    static String uuid(String hex) {
        return hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }

    /// Without its cause, whose message may show what was worked on.
    private static IllegalStateException impossible(GeneralSecurityException e) {
        return new IllegalStateException(e.getClass().getSimpleName());
    }
}
