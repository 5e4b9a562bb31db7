package io.streamverse.server.uploads;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// The bytes of a part while they come: object stores want to know how many there are before they take any. A file that
/// has no name any more, so that nothing is left of it whatever happens.
final class Spool implements AutoCloseable {
    private final FileChannel file;
    private long bytes;

    private Spool(FileChannel file) {
        this.file = file;
    }

    static Spool in(@Nullable Path folder) {
        try {
            var path = folder == null
                    ? Files.createTempFile("upload", null)
                    : Files.createTempFile(Files.createDirectories(folder), "upload", null);
            var file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
            Files.delete(path);
            return new Spool(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long bytes() {
        return bytes;
    }

    void add(byte[] more, int count) {
        try {
            for (var buffer = ByteBuffer.wrap(more, 0, count); buffer.hasRemaining(); ) {
                bytes += file.write(buffer, bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// From its first byte to its last; closing it changes nothing.
    InputStream content() {
        return new InputStream() {
            private long at;

            @Override
            public int read() {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                if (at == bytes) {
                    return -1;
                }
                try {
                    var count = file.read(ByteBuffer.wrap(target, offset, (int) Math.min(length, bytes - at)), at);
                    at += count;
                    return count;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    void empty() {
        bytes = 0;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
