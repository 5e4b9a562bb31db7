package io.streamverse.kernel.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// A span of an open file; closing the stream closes the file.
final class FileSlice extends InputStream {
    private final FileChannel file;
    private final long end;
    private long position;

    FileSlice(FileChannel file, Range.Span span) {
        this.file = file;
        this.position = span.first();
        this.end = span.first() + span.length();
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (position == end) {
            return -1;
        }
        var count = file.read(ByteBuffer.wrap(target, offset, (int) Math.min(length, end - position)), position);
        if (count > 0) {
            position += count;
        }
        return count;
    }

    @Override
    public long skip(long count) {
        var skipped = Math.clamp(count, 0, end - position);
        position += skipped;
        return skipped;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, end - position);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
