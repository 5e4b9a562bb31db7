package io.streamverse.sdk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongConsumer;

/** Some bytes of a file. */
record FileSpan(Path file, long first, long bytes) {
    FileSpan part(long offset, long length) {
        return new FileSpan(file, first + offset, length);
    }

    /** A body that says its length, and tells how many of its bytes were taken. */
    BodyPublisher body(LongConsumer taken) {
        return bytes == 0
                ? BodyPublishers.noBody()
                : BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> new Content(taken)), bytes);
    }

    private final class Content extends InputStream {
        private final FileChannel channel;
        private final LongConsumer taken;
        private long at;

        Content(LongConsumer taken) {
            this.taken = taken;
            try {
                channel = FileChannel.open(file, StandardOpenOption.READ);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (at == bytes) {
                return -1;
            }
            int wanted = (int) Math.min(length, bytes - at);
            int count = channel.read(ByteBuffer.wrap(target, offset, wanted), first + at);
            if (count < 0) {
                throw new IOException(file + " became shorter while it was sent");
            }
            at += count;
            taken.accept(at);
            return count;
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
