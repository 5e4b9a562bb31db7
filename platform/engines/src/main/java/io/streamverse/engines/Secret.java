package io.streamverse.engines;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/// A password made once and kept in a file that only its owner reads.
final class Secret {
    private static final int BYTES = 24;

    private Secret() {}

    static String keptIn(Path file) {
        if (!Files.exists(file)) {
            var bytes = new byte[BYTES];
            new SecureRandom().nextBytes(bytes);
            Folders.write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), "rw-------");
        }
        return Folders.read(file);
    }
}
