package io.streamverse.kernel.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/// `GET /metrics` on a port that the public never sees.
public final class ManagementServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<PrometheusMeterRegistry> registries;

    private ManagementServer(HttpServer server, List<PrometheusMeterRegistry> registries) {
        this.server = server;
        this.registries = registries;
        server.createContext("/metrics", this::metrics);
        server.setExecutor(threads);
        server.start();
    }

    static ManagementServer start(int port, List<PrometheusMeterRegistry> registries) {
        var management = new ManagementServer(listening(port), registries);
        LoggerFactory.getLogger(ManagementServer.class).debug("Metrics on port {}", management.port());
        return management;
    }

    /// For several apps in one process: theirs, and under `app` those of the process.
    public static ManagementServer ofProcess(String app, int port, List<PrometheusMeterRegistry> apps) {
        var process = Registry.named(app);
        Registry.addProcess(process);
        return start(port, Stream.concat(Stream.of(process), apps.stream()).toList());
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private static HttpServer listening(int port) {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void metrics(HttpExchange exchange) throws IOException {
        try (exchange) {
            var pages = registries.stream().map(PrometheusMeterRegistry::scrape).toList();
            var body = Exposition.merged(pages).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
