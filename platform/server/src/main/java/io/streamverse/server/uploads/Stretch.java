package io.streamverse.server.uploads;

import java.io.IOException;
import java.io.InputStream;

/// The next so many bytes of a stream that goes on behind them.
final class Stretch extends InputStream {
    private final InputStream whole;
    private long left;

    Stretch(InputStream whole, long bytes) {
        this.whole = whole;
        this.left = bytes;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        var count = whole.read(target, offset, (int) Math.min(length, left));
        left -= Math.max(count, 0);
        return count;
    }
}
