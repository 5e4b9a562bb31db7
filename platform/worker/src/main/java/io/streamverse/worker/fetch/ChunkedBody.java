package io.streamverse.worker.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// A body sent in chunks, each after its size; one that breaks off before the last, which is empty, is no end.
final class ChunkedBody extends InputStream {
    private static final int LONGEST_SIZE_LINE = 1_024;
    private final InputStream in;
    private long left;
    private boolean ended;
    private boolean begun;

    ChunkedBody(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (left == 0 && !ended) {
            nextChunk();
        }
        if (ended) {
            return -1;
        }
        var n = in.read(into, offset, (int) Math.min(length, left));
        if (n < 0) {
            throw new EOFException("The body ends in a chunk");
        }
        left -= n;
        return n;
    }

    private void nextChunk() throws IOException {
        if (begun) {
            line();
        }
        begun = true;
        var size = line().split(";", 2)[0].strip();
        if (!size.matches("[0-9a-fA-F]{1,15}")) {
            throw new IOException("A chunk has no size");
        }
        left = Long.parseLong(size, 16);
        ended = left == 0;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (var c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 || line.length() > LONGEST_SIZE_LINE) {
                throw new EOFException("The body ends between chunks");
            }
            line.append((char) c);
        }
        return line.toString();
    }
}
