package io.streamverse.worker.fetch;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Somebody else's server: says what a test wants, byte for byte.
final class ForeignServer implements Closeable {
    private final ServerSocket socket;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Speech speech;

    /// Hears a request, answers, and hangs up.
    interface Speech {
        void answer(String request, OutputStream out) throws IOException;
    }

    ForeignServer(Speech speech) throws IOException {
        this.speech = speech;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return socket.getLocalPort();
    }

    URI url(String path) {
        return URI.create("http://localhost:" + port() + path);
    }

    List<String> requests() {
        return requests;
    }

    static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                var guest = socket.accept();
                Thread.ofVirtual().start(() -> serve(guest));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void serve(Socket guest) {
        try (guest) {
            var request = head(guest.getInputStream());
            requests.add(request);
            speech.answer(request, guest.getOutputStream());
        } catch (IOException _) {
            // The guest left early.
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
