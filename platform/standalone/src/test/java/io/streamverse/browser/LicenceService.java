package io.streamverse.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/// Stands in for somebody's licence service: whatever it is asked, it gives the same licence.
final class LicenceService implements AutoCloseable {
    static final String LICENCE = "a licence that only a device understands";
    private final HttpServer server;

    LicenceService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(
                "/", exchange -> Page.answer(exchange, 200, "application/octet-stream", LICENCE.getBytes(UTF_8)));
        server.start();
    }

    String url() {
        return "http://127.0.0.1:%d/AcquireLicense"
                .formatted(server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
