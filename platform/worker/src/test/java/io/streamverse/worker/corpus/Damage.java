package io.streamverse.worker.corpus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/// Files that are not what they say.
final class Damage {
    private Damage() {}

    static Corpus.Recipe cut(Clip whole, double share) {
        return file -> {
            var bytes = Files.readAllBytes(Corpus.file(whole));
            Files.write(file, Arrays.copyOf(bytes, (int) (bytes.length * share)));
        };
    }

    static Corpus.Recipe noise() {
        return file -> Files.write(file, random(200_000));
    }

    static Corpus.Recipe text(String text) {
        return file -> Files.writeString(file, text);
    }

    /// Noise in the place of the middle third.
    static Corpus.Recipe scratched(Clip whole) {
        return file -> {
            var bytes = Files.readAllBytes(Corpus.file(whole));
            var noise = random(bytes.length / 3);
            System.arraycopy(noise, 0, bytes, bytes.length / 3, noise.length);
            Files.write(file, bytes);
        };
    }

    /// An MP4 file whose sample entry says another size than its pictures have.
    static Corpus.Recipe resized(Clip whole, int width, int height) {
        return file -> {
            var bytes = ByteBuffer.wrap(Files.readAllBytes(Corpus.file(whole)));
            var entry = indexOf(bytes, "avc1", indexOf(bytes, "stsd", 0));
            bytes.putShort(entry + 28, (short) width).putShort(entry + 30, (short) height);
            write(file, bytes);
        };
    }

    private static int indexOf(ByteBuffer bytes, String box, int from) {
        var name = ByteBuffer.wrap(box.getBytes(StandardCharsets.US_ASCII)).getInt();
        var at = from;
        while (bytes.getInt(at) != name) {
            at++;
        }
        return at;
    }

    private static void write(Path file, ByteBuffer bytes) throws IOException {
        var all = new byte[bytes.capacity()];
        bytes.get(0, all);
        Files.write(file, all);
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new Random(4).nextBytes(bytes);
        return bytes;
    }
}
