package io.streamverse.engines;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A Unix domain socket in the shape that the JDBC driver knows.
final class DomainSocket extends Socket {
    private final Path file;
    private @Nullable SocketChannel channel;
    private volatile int timeoutMillis;

    DomainSocket(Path file) {
        this.file = file;
    }

    @Override
    public void connect(SocketAddress ignored, int timeoutMillis) throws IOException {
        channel = SocketChannel.open(UnixDomainSocketAddress.of(file));
    }

    @Override
    public boolean isConnected() {
        return channel != null;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        var connected = connected();
        return new InputStream() {
            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                if (timeoutMillis > 0) {
                    awaitInput(connected, timeoutMillis);
                }
                return connected.read(ByteBuffer.wrap(into, offset, length));
            }
        };
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return Channels.newOutputStream(connected());
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }

    @Override
    public boolean isClosed() {
        return channel != null && !channel.isOpen();
    }

    @Override
    public void setSoTimeout(int millis) {
        timeoutMillis = millis;
    }

    @Override
    public int getSoTimeout() {
        return timeoutMillis;
    }

    @Override
    public void setTcpNoDelay(boolean ignored) {}

    @Override
    public void setKeepAlive(boolean ignored) {}

    private SocketChannel connected() throws IOException {
        if (channel == null) {
            throw new IOException("Not connected to " + file);
        }
        return channel;
    }

    private static void awaitInput(SocketChannel channel, int millis) throws IOException {
        channel.configureBlocking(false);
        try (var selector = Selector.open()) {
            channel.register(selector, SelectionKey.OP_READ);
            if (selector.select(millis) == 0) {
                throw new SocketTimeoutException("No answer within " + millis + " ms");
            }
        } finally {
            channel.configureBlocking(true);
        }
    }
}
