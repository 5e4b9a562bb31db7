package io.streamverse.worker.encode;

import io.streamverse.worker.work.WorkFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// How many samples an MP4 file of one track has, and how long they last in its own ticks.
public record Samples(long count, long ticks, long timescale) {
    private static final int HEAD = 8;
    private static final int WIDE_HEAD = 16;
    private static final int LARGEST_MOOV = 64 << 20;

    public static Samples in(Path file) throws WorkFailure {
        try (var channel = FileChannel.open(file)) {
            return of(moov(channel, file));
        } catch (IOException | RuntimeException e) {
            throw WorkFailure.passing("media.tool.failed", "An encoder left no readable file", e.toString());
        }
    }

    private static ByteBuffer moov(FileChannel channel, Path file) throws IOException {
        long at = 0;
        while (true) {
            var head = read(channel, at, WIDE_HEAD);
            long size = Integer.toUnsignedLong(head.getInt(0));
            if (head.getInt(4) == type("moov")) {
                return read(channel, at + HEAD, Math.toIntExact(Math.min(size - HEAD, LARGEST_MOOV)));
            }
            at += size == 1 ? head.getLong(HEAD) : size;
            if (size == 0 || at + WIDE_HEAD > channel.size()) {
                throw new IOException("No moov in " + file);
            }
        }
    }

    private static ByteBuffer read(FileChannel channel, long at, int length) throws IOException {
        var buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) > 0) {
            // Until all is there.
        }
        return buffer.flip();
    }

    private static Samples of(ByteBuffer moov) {
        var media = box(box(moov, "trak"), "mdia");
        var head = box(media, "mdhd");
        long timescale = Integer.toUnsignedLong(head.getInt(head.get(0) == 0 ? 12 : 20));
        var times = box(box(box(media, "minf"), "stbl"), "stts");
        long count = 0;
        long ticks = 0;
        for (int i = 0; i < times.getInt(4); i++) {
            long samples = Integer.toUnsignedLong(times.getInt(HEAD + i * HEAD));
            count += samples;
            ticks += samples * Integer.toUnsignedLong(times.getInt(HEAD + i * HEAD + 4));
        }
        return new Samples(count, ticks, timescale);
    }

    private static ByteBuffer box(ByteBuffer parent, String name) {
        int at = 0;
        while (parent.getInt(at + 4) != type(name)) {
            at += parent.getInt(at);
        }
        return parent.slice(at + HEAD, parent.getInt(at) - HEAD);
    }

    private static int type(String name) {
        return ByteBuffer.wrap(name.getBytes(StandardCharsets.US_ASCII)).getInt();
    }
}
