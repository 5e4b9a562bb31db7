package io.streamverse.worker.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// Reads the lines before a body, which are few.
final class HeadReader {
    private static final int LONGEST = 64 << 10;
    private final InputStream in;
    private int read;

    HeadReader(InputStream in) {
        this.in = in;
    }

    String line() throws IOException {
        var line = new StringBuilder();
        for (var c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The answer ends in its head");
            }
            if (++read > LONGEST) {
                throw new IOException("The answer's head is too long");
            }
            line.append((char) c);
        }
        return line.toString().stripTrailing();
    }

    InputStream rest() {
        return in;
    }
}
