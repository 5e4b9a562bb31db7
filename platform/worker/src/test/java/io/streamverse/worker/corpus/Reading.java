package io.streamverse.worker.corpus;

import io.streamverse.worker.tools.TestTools;
import io.streamverse.worker.tools.Tools;
import io.streamverse.worker.work.WorkFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Reads back what a clip of the corpus shows, whatever was made of it since.
public final class Reading {
    private static final int SAMPLES_PER_SECOND = 48_000;
    private static final int BITS = 16;
    private static final int LOUD = 3_000;

    private Reading() {}

    /// The numbers of the frames in the order in which they show.
    public static List<Integer> frames(Path file) throws InterruptedException {
        var bits = gray(file, "crop=iw:ih/12:0:ih*7/8,scale=16:1:flags=area");
        return IntStream.range(0, bits.length / BITS)
                .map(frame -> IntStream.range(0, BITS)
                        .filter(bit -> isBright(bits[frame * BITS + bit]))
                        .map(bit -> 1 << bit)
                        .sum())
                .boxed()
                .toList();
    }

    /// How many frames are before each flash.
    public static List<Integer> flashes(Path file) throws InterruptedException {
        var tops = gray(file, "crop=iw:ih/12:0:ih/24,scale=1:1:flags=area");
        return IntStream.range(0, tops.length)
                .filter(it -> isBright(tops[it]) && (it == 0 || !isBright(tops[it - 1])))
                .boxed()
                .toList();
    }

    /// When each tone begins, in microseconds from the first sample.
    public static List<Long> beeps(Path file) throws InterruptedException {
        var samples = ByteBuffer.wrap(
                        decoded(file, "-map", "0:a:0", "-ac", "1", "-ar", "" + SAMPLES_PER_SECOND, "-f", "s16le"))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer();
        var begins = new ArrayList<Long>();
        var quietSince = -SAMPLES_PER_SECOND;
        for (var i = 0; i < samples.limit(); i++) {
            if (Math.abs(samples.get(i)) > LOUD) {
                if (i - quietSince > SAMPLES_PER_SECOND / 4) {
                    begins.add(i * 1_000_000L / SAMPLES_PER_SECOND);
                }
                quietSince = i;
            }
        }
        return begins;
    }

    private static boolean isBright(byte gray) {
        return Byte.toUnsignedInt(gray) > 110;
    }

    private static byte[] gray(Path file, String filter) throws InterruptedException {
        return decoded(
                file, "-map", "0:v:0", "-vf", filter + ",format=gray", "-fps_mode", "passthrough", "-f", "rawvideo");
    }

    private static byte[] decoded(Path file, String... options) throws InterruptedException {
        try {
            var raw = Files.createTempFile("reading", ".raw");
            TestTools.tools()
                    .ffmpeg(Stream.of(
                                    Stream.of("-v", "error", "-y", "-i", Tools.file(file)),
                                    Stream.of(options),
                                    Stream.of(Tools.file(raw)))
                            .flatMap(it -> it)
                            .toList())
                    .run()
                    .orFail();
            var bytes = Files.readAllBytes(raw);
            Files.delete(raw);
            return bytes;
        } catch (IOException | WorkFailure e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }
}
