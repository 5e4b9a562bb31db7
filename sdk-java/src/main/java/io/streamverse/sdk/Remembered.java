package io.streamverse.sdk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The address of an unfinished upload, under a name made of platform, key and file as it is now. */
final class Remembered {
    private final @Nullable Path note;

    private Remembered(@Nullable Path note) {
        this.note = note;
    }

    static Remembered of(@Nullable Path folder, String fingerprint, Path file) throws IOException {
        if (folder == null) {
            return new Remembered(null);
        }
        var what = String.join(
                "\n",
                fingerprint,
                file.toRealPath().toString(),
                String.valueOf(Files.size(file)),
                Files.getLastModifiedTime(file).toString());
        return new Remembered(folder.resolve(sha256(what)));
    }

    @Nullable
    String address() throws IOException {
        return note != null && Files.exists(note) ? Files.readString(note).strip() : null;
    }

    void keep(String address) throws IOException {
        if (note != null) {
            Files.createDirectories(note.toAbsolutePath().getParent());
            Files.writeString(note, address);
        }
    }

    void forget() throws IOException {
        if (note != null) {
            Files.deleteIfExists(note);
        }
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
