package io.streamverse.worker.tools;

import java.nio.charset.StandardCharsets;

/// The last 64 KB of what was said.
final class LogTail {
    private static final int KEPT = 64 << 10;
    private final byte[] ring = new byte[KEPT];
    private long written;

    synchronized void add(byte[] bytes, int length) {
        for (var i = 0; i < length; i++) {
            ring[(int) (written++ % KEPT)] = bytes[i];
        }
    }

    synchronized String text() {
        var kept = (int) Math.min(written, KEPT);
        var text = new byte[kept];
        for (var i = 0; i < kept; i++) {
            text[i] = ring[(int) ((written - kept + i) % KEPT)];
        }
        return new String(text, StandardCharsets.UTF_8);
    }
}
