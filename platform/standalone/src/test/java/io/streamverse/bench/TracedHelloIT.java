package io.streamverse.bench;

import com.sun.net.httpserver.HttpServer;
import io.streamverse.testkit.bench.Measurement;
import io.streamverse.testkit.bench.Request;
import io.streamverse.testkit.bench.Rounds;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What it costs requests that a collector is told of all of them, or of one in twenty, over telling nobody.
@Tag("bench")
class TracedHelloIT {
    private static final int CONNECTIONS = 32;
    private static final int ROUNDS = 7;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration LENGTH = Duration.ofSeconds(3);
    private static final HttpServer COLLECTOR = collector();
    private static final Side UNTOLD = Side.with(Map.of());
    private static final Side SOME = Side.with(telling("0.05"));
    private static final Side ALL = Side.with(telling("1"));

    @AfterAll
    static void stop() {
        List.of(UNTOLD, SOME, ALL).forEach(Side::close);
        COLLECTOR.stop(0);
    }

    @Test
    void whoeverTellsACollectorAnswersALittleSlower() {
        List.of(UNTOLD, SOME, ALL).forEach(it -> it.load(WARM_UP));

        var rounds = new Rounds();
        for (int i = 0; i < ROUNDS; i++) {
            var round = new LinkedHashMap<String, Double>();
            var untold = UNTOLD.measure(round, "untold");
            round.put("some / untold", SOME.measure(round, "some") / untold);
            round.put("all / untold", ALL.measure(round, "all") / untold);
            rounds.add(round);
        }

        Measurement.report(
                Measurement.seen("traced-hello-some", rounds.median("some / untold"), "ratio", rounds),
                Measurement.seen("traced-hello-all", rounds.median("all / untold"), "ratio", rounds));
    }

    private record Side(StandaloneProcess standalone, Path data, List<Request> hello) {
        static Side with(Map<String, String> environment) {
            var data = StandaloneProcess.newFolder();
            var standalone = StandaloneProcess.startWithHello(data, environment);
            return new Side(standalone, data, List.of(Request.get("/v1/hello", standalone.newTenant("bench"))));
        }

        double load(Duration length) {
            return standalone.load(CONNECTIONS).run(hello, length).perSecond();
        }

        double measure(Map<String, Double> round, String what) {
            var processes = standalone.processes();
            var before = processes.cpuSeconds();
            var rate = load(LENGTH);
            round.put(what + " per second", rate);
            round.put(what + " cpu us", (processes.cpuSeconds() - before) * 1e6 / (rate * LENGTH.toSeconds()));
            return rate;
        }

        void close() {
            standalone.close();
            StandaloneProcess.discard(data);
        }
    }

    private static Map<String, String> telling(String share) {
        var port = COLLECTOR.getAddress().getPort();
        return Map.of("TELEMETRY_OTLP_ENDPOINT", "http://127.0.0.1:" + port, "TELEMETRY_OTLP_SHARE", share);
    }

    /// Takes everything and looks at nothing.
    private static HttpServer collector() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/v1/traces", exchange -> {
                try (exchange) {
                    exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
                    exchange.sendResponseHeaders(200, -1);
                }
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
