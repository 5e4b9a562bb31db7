package io.streamverse.worker.fetch;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// Closes a connection on which too little comes: nothing, or drop by drop, be it handshake, head or body.
final class Guard implements Closeable {
    private static final long SLOWEST_BYTES_PER_SECOND = 4_096;
    private final AtomicLong received = new AtomicLong();
    private final Socket socket;
    private final Thread watch;

    Guard(Socket socket, Duration window) {
        this.socket = socket;
        this.watch = Thread.ofVirtual().start(() -> watch(window));
    }

    InputStream counting(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                var one = super.read();
                received.incrementAndGet();
                return one;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                var n = super.read(into, offset, length);
                received.addAndGet(Math.max(0, n));
                return n;
            }
        };
    }

    private void watch(Duration window) {
        var wanted = SLOWEST_BYTES_PER_SECOND * window.toMillis() / 1_000;
        try {
            for (var before = 0L; ; before = received.get()) {
                Thread.sleep(window);
                if (received.get() - before < wanted) {
                    socket.close();
                    return;
                }
            }
        } catch (InterruptedException | IOException _) {
            // The answer has been read, or cannot be read any more.
        }
    }

    @Override
    public void close() throws IOException {
        watch.interrupt();
        socket.close();
    }
}
