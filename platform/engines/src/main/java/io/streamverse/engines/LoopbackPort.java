package io.streamverse.engines;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A free port on 127.0.0.1, the same one from start to start as long as nobody else took it.
final class LoopbackPort {
    static final String HOST = "127.0.0.1";

    private LoopbackPort() {}

    static int keptIn(Path file) {
        return keptIn(file, 0);
    }

    static int keptIn(Path file, int unlike) {
        if (Files.exists(file)) {
            var port = Integer.parseInt(Folders.read(file).strip());
            if (port != unlike && isFree(port)) {
                return port;
            }
        }
        var port = anyFree();
        while (port == unlike) {
            port = anyFree();
        }
        Folders.write(file, Integer.toString(port), "rw-------");
        return port;
    }

    static boolean isFree(int port) {
        try (var socket = listening(port)) {
            return socket.isBound();
        } catch (IOException _) {
            return false;
        }
    }

    private static int anyFree() {
        try (var socket = listening(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new EngineFailure("No free port is left on 127.0.0.1: stop something that listens there.", failure);
        }
    }

    private static ServerSocket listening(int port) throws IOException {
        var socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(address(), port));
        return socket;
    }

    static InetAddress address() throws UnknownHostException {
        return InetAddress.getByAddress(HOST, new byte[] {127, 0, 0, 1});
    }
}
