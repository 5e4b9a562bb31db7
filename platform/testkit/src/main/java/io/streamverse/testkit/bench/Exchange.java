package io.streamverse.testkit.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// One keep-alive connection with one request under way.
final class Exchange {
    private static final String LENGTH = "\r\ncontent-length: ";
    private final SocketChannel channel;
    private final ByteBuffer answer = ByteBuffer.allocateDirect(16 * 1024);
    private long sentAt;
    private int wanted;
    private boolean refused;

    Exchange(InetSocketAddress server, Selector selector) throws IOException {
        channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    void send(Request request) throws IOException {
        send(request, System.nanoTime());
    }

    /// One that was due before counts from then.
    void send(Request request, long dueAtNanos) throws IOException {
        answer.clear();
        wanted = -1;
        sentAt = dueAtNanos;
        var bytes = request.bytes().duplicate();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    boolean answered() throws IOException {
        if (channel.read(answer) < 0) {
            throw new EOFException("The server hung up");
        }
        if (wanted < 0) {
            wanted = wholeLength();
        }
        return wanted >= 0 && answer.position() >= wanted;
    }

    /// As too many.
    boolean isRefused() {
        return refused;
    }

    long nanos() {
        return System.nanoTime() - sentAt;
    }

    /// Head and body together; -1 while the head is not complete.
    private int wholeLength() {
        var bytes = new byte[answer.position()];
        answer.get(0, bytes);
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        int head = text.indexOf("\r\n\r\n");
        if (head < 0) {
            return -1;
        }
        refused = text.startsWith("HTTP/1.1 429");
        if (!refused && !text.startsWith("HTTP/1.1 20")) {
            throw new IllegalStateException("Refused: " + text);
        }
        int at = text.toLowerCase(Locale.ROOT).indexOf(LENGTH) + LENGTH.length();
        return head + 4 + Integer.parseInt(text.substring(at, text.indexOf('\r', at)));
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
