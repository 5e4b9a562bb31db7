package io.streamverse.server.uploads;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;

/// One stream after the other, each opened when the one before it has ended.
final class Chain extends InputStream {
    private final Iterator<InputStream> streams;
    private InputStream current = InputStream.nullInputStream();

    Chain(Iterator<InputStream> streams) {
        this.streams = streams;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        for (var count = current.read(target, offset, length); ; count = current.read(target, offset, length)) {
            if (count >= 0 || !streams.hasNext()) {
                return count;
            }
            current.close();
            current = streams.next();
        }
    }

    @Override
    public void close() throws IOException {
        current.close();
    }
}
