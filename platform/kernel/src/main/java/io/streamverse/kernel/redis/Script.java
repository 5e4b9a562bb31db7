package io.streamverse.kernel.redis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A Lua script on one key, which answers a list of texts and whole numbers. Redis knows it by its digest.
public final class Script {
    private final String text;
    private final String digest;

    public Script(String text) {
        this.text = text;
        this.digest = digest(text);
    }

    String text() {
        return text;
    }

    String digest() {
        return digest;
    }

    private static String digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-1", e);
        }
    }
}
