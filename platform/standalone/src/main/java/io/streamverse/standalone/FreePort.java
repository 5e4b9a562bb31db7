package io.streamverse.standalone;

import io.streamverse.kernel.app.StartFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// Ports on the loopback interface.
final class FreePort {
    private FreePort() {}

    static int any() {
        try (var socket = listening(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StartFailure("No port is free on this machine: stop something that listens.");
        }
    }

    static void demand(int port, String setting) {
        try (var _ = listening(port)) {
            return;
        } catch (IOException e) {
            throw new StartFailure("Port %d cannot be used (%s): stop what listens there, or name another in %s."
                    .formatted(port, e.getMessage(), setting));
        }
    }

    private static ServerSocket listening(int port) throws IOException {
        var socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }
}
