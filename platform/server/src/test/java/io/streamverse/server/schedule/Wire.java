package io.streamverse.server.schedule;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A TCP address in front of another one. What passes can be made to vanish, without either end being told.
final class Wire implements AutoCloseable {
    private final ServerSocket door;
    private final int target;
    private final List<Line> lines = new CopyOnWriteArrayList<>();

    private Wire(ServerSocket door, int target) {
        this.door = door;
        this.target = target;
    }

    static Wire to(int port) {
        try {
            var wire = new Wire(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
            Thread.startVirtualThread(wire::accept);
            return wire;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return door.getLocalPort();
    }

    /// From now on nothing passes, either way, on the connections whose client said this in its first words.
    void silence(String firstWords) {
        var silenced =
                lines.stream().filter(it -> it.greeting.contains(firstWords)).toList();
        if (silenced.isEmpty()) {
            throw new AssertionError("Nobody said " + firstWords);
        }
        silenced.forEach(it -> it.silent = true);
    }

    @Override
    public void close() {
        shut(door);
        lines.forEach(Line::close);
    }

    private void accept() {
        try {
            while (!door.isClosed()) {
                var line = new Line(door.accept(), new Socket(InetAddress.getLoopbackAddress(), target));
                lines.add(line);
                Thread.startVirtualThread(() -> line.carry(line.client, line.server));
                Thread.startVirtualThread(() -> line.carry(line.server, line.client));
            }
        } catch (IOException _) {
            close();
        }
    }

    private static void shut(Closeable end) {
        try {
            end.close();
        } catch (IOException _) {
            // It is of no use any more either way.
        }
    }

    private static final class Line {
        private final Socket client;
        private final Socket server;
        private volatile String greeting = "";
        private volatile boolean silent;

        Line(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void carry(Socket from, Socket to) {
            var buffer = new byte[8192];
            try {
                for (int size = from.getInputStream().read(buffer);
                        size >= 0;
                        size = from.getInputStream().read(buffer)) {
                    if (from.equals(client) && greeting.isEmpty()) {
                        greeting = new String(buffer, 0, size, StandardCharsets.ISO_8859_1);
                    }
                    if (!silent) {
                        to.getOutputStream().write(buffer, 0, size);
                    }
                }
            } catch (IOException _) {
                // One end has closed; so does the other.
            }
            if (!silent) {
                close();
            }
        }

        void close() {
            shut(client);
            shut(server);
        }
    }
}
