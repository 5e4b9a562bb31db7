package io.streamverse.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// One life of the jar on one data folder: started, used, killed, started again, used, and told to stop.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NewcomerRunIT {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> environment = new HashMap<>(Map.of(
            "STREAMVERSE_PORT", Integer.toString(FreePort.any()),
            "STREAMVERSE_LOG", "json",
            "STREAMVERSE_LOG_LEVEL", "DEBUG"));
    private Path data;
    private Jar killed;
    private Jar jar;
    private JsonNode tenant;

    @BeforeAll
    void useAndKillAndStartAgain(@TempDir Path folder) throws IOException, InterruptedException {
        data = folder.resolve("data");
        environment.put("STREAMVERSE_DATA", data.toString());
        killed = Jar.start(environment).awaitReady();
        tenant = JSON.readTree(create("aurora"));
        killed.kill();
        jar = Jar.start(environment).awaitReady();
    }

    @AfterAll
    void stop() {
        killed.close();
        jar.close();
    }

    @Test
    @Order(1)
    void theBannerSaysWhereAllIs() {
        var port = environment.get("STREAMVERSE_PORT");

        assertThat(killed.said())
                .contains(
                        "http://localhost:" + port + "\n",
                        "http://{slug}.localhost:" + port,
                        "http://localhost:" + port + "/docs",
                        "http://localhost:" + port + "/health/ready",
                        "in " + data.resolve("operator.key"))
                .doesNotContain("WARN", "Exception");
    }

    @Test
    @Order(2)
    void whatWasMadeBeforeTheKillIsThere() throws IOException, InterruptedException {
        assertThat(get("/v1/tenant", key("live"))).contains("\"slug\":\"aurora\"");
    }

    @Test
    @Order(3)
    void metricsOfAllAppsAreOnePage() throws IOException, InterruptedException {
        var url = jar.await("(http://localhost:\\d+/metrics)").group(1);
        get("/v1/tenant", key("live"));

        var page = Exposition.parse(get(URI.create(url), HttpRequest.newBuilder()));

        assertThat(page.value("streamverse_http", "count", "app=\"server\"", "room=\"tenants\""))
                .isPositive();
        assertThat(page.value("streamverse_outbox_waiting", "app=\"billing\"")).isNotNegative();
        assertThat(page.value("streamverse_outbox_oldest_age", "app=\"server\""))
                .isNotNegative();
        assertThat(page.value("streamverse_consumer_lag", "consumer=\"billing.subscriptions\""))
                .isNotNegative();
        assertThat(page.value("streamverse_dead_letters", "app=\"server\"")).isZero();
        assertThat(page.value("hikaricp_connections", "app=\"server\"", "pool=\"tenants-0\""))
                .isNotNegative();
        assertThat(page.value("jvm_memory_used_bytes", "app=\"standalone\"")).isPositive();
    }

    @Test
    @Order(4)
    void aLogLineSaysWhoWasServed() throws IOException, InterruptedException {
        get(uri("/v1/tenant"), as(key("live")).header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01"));

        var line =
                JSON.readTree(jar.await("\\{.*\"traceId\":\"" + TRACE + "\".*}").group());

        assertThat(line.get("tenant").asText()).isEqualTo(tenant.get("id").asText());
        assertThat(line.get("env").asText()).isEqualTo("live");
        assertThat(line.get("requestId").asText()).startsWith("req_");
        assertThat(line.properties().stream().map(Map.Entry::getKey))
                .contains("timestamp", "level", "logger", "message");
    }

    @Test
    @Order(5)
    void theProcessesTogetherStaySmall() {
        assertThat(Processes.on(data, jar.process().toHandle()).megabytes()).isBetween(200L, 1_250L);
    }

    @Test
    @Order(6)
    void noSecretIsEverLogged() throws IOException, InterruptedException {
        get("/v1/tenant", key("test"));

        assertThat(killed.said() + jar.said()).doesNotContain(key("live"), key("test"));
        for (var secret : secrets()) {
            assertThat(killed.said() + jar.said()).doesNotContain(secret);
        }
    }

    @Test
    @Order(7)
    void aRequestInFlightIsAnsweredBeforeItStops() throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(environment.get("STREAMVERSE_PORT")))) {
            var body = newTenant("borealis");
            socket.getOutputStream().write(head(body).getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8), 0, 10);
            jar.process().destroy();
            jar.await("Stopping");
            socket.getOutputStream().write(body.substring(10).getBytes(StandardCharsets.UTF_8));

            var answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
            assertThat(answer).isEqualTo("HTTP/1.1 201");
        }
    }

    @Test
    @Order(8)
    void nothingStaysBehind() {
        assertThat(jar.ended()).isEqualTo(128 + 15);
        assertThat(Processes.on(data).all()).isEmpty();
        assertThat(jar.said()).doesNotContain("\"WARN\"", "\"ERROR\"");
    }

    private String create(String slug) throws IOException, InterruptedException {
        var request = as(operatorKey())
                .uri(uri("/operator/v1/tenants"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(newTenant(slug)))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.body();
    }

    private static String newTenant(String slug) {
        return """
                {"slug": "%s", "name": "A tenant", "plan": "starter", "country": "FR", "currency": "EUR",
                 "owner": {"email": "ada@example.com", "name": "Ada"}}""".formatted(slug);
    }

    private String head(String body) throws IOException {
        return """
                POST /operator/v1/tenants HTTP/1.1
                Host: localhost
                Authorization: Bearer %s
                Content-Type: application/json
                Content-Length: %d

                """.formatted(operatorKey(), body.getBytes(StandardCharsets.UTF_8).length)
                .replace("\n", "\r\n");
    }

    private String get(String path, String key) throws IOException, InterruptedException {
        return get(uri(path), as(key));
    }

    private String get(URI uri, HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.uri(uri).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static HttpRequest.Builder as(String key) {
        return HttpRequest.newBuilder().header("Authorization", "Bearer " + key);
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + environment.get("STREAMVERSE_PORT") + path);
    }

    private String key(String environment) {
        return tenant.get("apiKeys").get(environment).asText();
    }

    private String operatorKey() throws IOException {
        return Files.readString(data.resolve("operator.key")).strip();
    }

    private List<String> secrets() throws IOException {
        try (var files = Files.list(data.resolve("secrets"))) {
            return Stream.concat(
                            files,
                            Stream.of(
                                    data.resolve("operator.key"),
                                    data.resolve("redis/password"),
                                    data.resolve("postgres/password")))
                    .map(NewcomerRunIT::text)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
