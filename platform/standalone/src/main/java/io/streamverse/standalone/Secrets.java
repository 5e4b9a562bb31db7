package io.streamverse.standalone;

import io.streamverse.kernel.app.StartFailure;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/// Secrets made at the first start, one file each, readable by their owner alone.
record Secrets(Path folder) {
    private static final int BYTES = 24;

    String get(String name) {
        var file = folder.resolve(name);
        try {
            Files.createDirectories(folder);
            try {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, random());
            } catch (FileAlreadyExistsException e) {
                if (Files.size(file) == 0) {
                    Files.writeString(file, random());
                }
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StartFailure(
                    "%s cannot be used (%s): make it readable and writable, and see that its disk is not full."
                            .formatted(file, e));
        }
    }

    private static String random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
