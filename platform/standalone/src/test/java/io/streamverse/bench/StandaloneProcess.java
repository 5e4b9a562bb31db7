package io.streamverse.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamverse.engines.Engines;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.FreePort;
import io.streamverse.testkit.bench.Load;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The standalone from its jar, with the hello beside it, on a data folder that is thrown away.
final class StandaloneProcess implements AutoCloseable {
    private static final String OPERATOR_KEY = "the-operators-key-of-the-benchmarks";
    private static final Path JAR = Path.of("target/streamverse.jar").toAbsolutePath();
    private static final Path BENCH = Path.of("target/test-classes").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final Process process;
    private final int port;
    private final Duration readyAfter;

    private StandaloneProcess(Process process, int port) {
        var began = System.nanoTime();
        this.process = process;
        this.port = port;
        awaitReady();
        readyAfter = Duration.ofNanos(System.nanoTime() - began);
    }

    static Path newFolder() {
        try {
            return Files.createTempDirectory("streamverse-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static StandaloneProcess start(Path data) {
        return start(data, Map.of(), List.of("-jar", JAR.toString()));
    }

    /// Everybody may ask as often as the settings have it, and no oftener.
    static StandaloneProcess startWithRates(Path data) {
        return start(data, Map.of("STREAMVERSE_RATE_LIMITS", "on"), List.of("-jar", JAR.toString()));
    }

    static StandaloneProcess startWithHello(Path data) {
        return startWith(data, BENCH);
    }

    static StandaloneProcess startWithHello(Path data, Map<String, String> settings) {
        return startWith(data, BENCH, settings);
    }

    /// With this folder of classes and resources beside its own.
    static StandaloneProcess startWith(Path data, Path more) {
        return startWith(data, more, Map.of());
    }

    static StandaloneProcess startWith(Path data, Path more, Map<String, String> settings) {
        return start(
                data,
                settings,
                List.of(
                        "-D" + HelloController.SWITCH + "=true",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        JAR + ":" + more,
                        "io.streamverse.standalone.Main"));
    }

    /// Answers how long it took.
    Duration runSchedule(String name) {
        var before = schedule(name).get("lastRunAt");
        post("/operator/v1/schedules/%s/runs".formatted(name), OPERATOR_KEY, "");
        Eventually.is(name + " has run", () -> !schedule(name).get("lastRunAt").equals(before));
        return Duration.ofMillis(schedule(name).get("lastTookMs").longValue());
    }

    private JsonNode schedule(String name) {
        return get("/operator/v1/schedules", OPERATOR_KEY)
                .get("data")
                .valueStream()
                .filter(it -> it.get("name").textValue().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static StandaloneProcess start(Path data, Map<String, String> settings, List<String> arguments) {
        var port = FreePort.find();
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolve("bench.log").toFile()));
        builder.command().addAll(arguments);
        builder.environment().put("STREAMVERSE_PORT", String.valueOf(port));
        builder.environment().put("STREAMVERSE_DATA", data.toString());
        builder.environment().put("STREAMVERSE_OPERATOR_KEY", OPERATOR_KEY);
        builder.environment().put("STREAMVERSE_DEMO", "false");
        builder.environment().put("STREAMVERSE_RATE_LIMITS", "off");
        builder.environment().putAll(settings);
        try {
            return new StandaloneProcess(builder.start(), port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Duration readyAfter() {
        return readyAfter;
    }

    Processes processes() {
        return Processes.of(process.toHandle());
    }

    Load load(int connections) {
        return new Load(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), connections);
    }

    /// The live key of a tenant made for it.
    String newTenant(String slug) {
        var body = """
                {"slug":"%1$s","name":"%1$s","plan":"starter","country":"FR","currency":"EUR",
                 "owner":{"email":"owner@example.com","name":"Ada"}}""".formatted(slug);
        var answer = client(HttpRequest.newBuilder(uri("/operator/v1/tenants"))
                .header("Authorization", "Bearer " + OPERATOR_KEY)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        return answer.at("/apiKeys/live").asText();
    }

    JsonNode get(String path, String apiKey) {
        return client(HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + apiKey));
    }

    JsonNode post(String path, String token, String body) {
        return client(HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private JsonNode client(HttpRequest.Builder request) {
        try {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(answer.body());
            }
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void awaitReady() {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!ready()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroy();
                throw new IllegalStateException("The standalone did not get ready");
            }
        }
    }

    private boolean ready() {
        try {
            Thread.sleep(Duration.ofMillis(20));
            var request = HttpRequest.newBuilder(uri("/health/ready")).build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    URI address(String path) {
        return uri(path);
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    static void discard(Path data) {
        Engines.discard(data);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
        client.close();
    }
}
