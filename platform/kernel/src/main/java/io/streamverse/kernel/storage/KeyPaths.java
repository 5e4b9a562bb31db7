package io.streamverse.kernel.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.HexFormat;

/// Keys as paths: `media/A.mp4` is `d-media/o-%41.mp4`. The mark in front lets `a` and `a/b` both exist and keeps names
/// such as `CON` or `.git` harmless; what some file system would fold or refuse is escaped. Every 64 bytes of a segment
/// go one folder down (`c-…`), so that no name grows too long and folders still sort as keys do.
final class KeyPaths {
    private static final int CHUNK = 64;
    private static final String FOLDER = "d-";
    private static final String CONTINUED = "c-";
    private static final String OBJECT = "o-";
    private static final HexFormat HEX = HexFormat.of();

    private KeyPaths() {}

    static Path resolve(Path root, ObjectKey key) {
        var path = root;
        var segments = key.value().split("/", -1);
        for (var i = 0; i < segments.length; i++) {
            var bytes = segments[i].getBytes(UTF_8);
            var at = 0;
            for (; bytes.length - at >= CHUNK; at += CHUNK) {
                path = path.resolve(CONTINUED + escape(bytes, at, at + CHUNK));
            }
            var mark = i == segments.length - 1 ? OBJECT : FOLDER;
            path = path.resolve(mark + escape(bytes, at, bytes.length));
        }
        return path;
    }

    static boolean isObject(Path file) {
        return LocalFiles.nameOf(file).startsWith(OBJECT);
    }

    /// What a file or folder adds to a key.
    static byte[] bytesOf(Path path) {
        var name = LocalFiles.nameOf(path);
        var bytes = new ByteArrayOutputStream();
        for (var at = OBJECT.length(); at < name.length(); at++) {
            if (name.charAt(at) == '%') {
                bytes.write(HexFormat.fromHexDigits(name, at + 1, at + 3));
                at += 2;
            } else {
                bytes.write(name.charAt(at));
            }
        }
        if (name.startsWith(FOLDER)) {
            bytes.write('/');
        }
        return bytes.toByteArray();
    }

    private static String escape(byte[] bytes, int from, int to) {
        var name = new StringBuilder();
        for (var at = from; at < to; at++) {
            if (isPlain(bytes[at])) {
                name.append((char) bytes[at]);
            } else {
                name.append('%').append(HEX.toHexDigits(bytes[at]));
            }
        }
        return name.toString();
    }

    private static boolean isPlain(byte it) {
        return (it >= 'a' && it <= 'z') || (it >= '0' && it <= '9') || it == '.' || it == '-' || it == '_';
    }
}
