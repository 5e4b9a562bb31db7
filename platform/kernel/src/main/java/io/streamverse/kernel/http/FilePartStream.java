package io.streamverse.kernel.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/// For connections that need the bytes in hand, to encrypt them say.
final class FilePartStream extends InputStream {
    private final FilePart part;
    private long done;
    private boolean closed;

    FilePartStream(FilePart part) {
        this.part = part;
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
        if (done == part.bytes()) {
            return -1;
        }
        int most = (int) Math.min(length, part.bytes() - done);
        int count = part.file().read(ByteBuffer.wrap(target, offset, most), part.from() + done);
        done += Math.max(0, count);
        return count;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, part.bytes() - done);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            part.drop();
            part.sent().accept(done);
        }
    }
}
