package io.streamverse.browser;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamverse.standalone.Jar;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Api;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// A guide of ours and somebody who follows it in a shell, as a new tenant of a service of its own that logs all it
/// can.
final class Guide implements AutoCloseable {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final String OPERATOR_KEY = "operator-key-of-the-guides-0123456789";
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Map<String, String> variables = new HashMap<>();
    private final List<String> said = new ArrayList<>();
    private final Path folder;
    private final String text;
    private final Jar jar;
    private final URI url;

    Guide(Path folder, String name) throws IOException {
        this.folder = folder;
        this.text = Files.readString(ROOT.resolve("docs/guides/" + name));
        var environment = Map.of(
                "STREAMVERSE_PORT", "0",
                "STREAMVERSE_DATA", folder.resolve("data").toString(),
                "STREAMVERSE_OPERATOR_KEY", OPERATOR_KEY,
                "STREAMVERSE_LOG_LEVEL", "TRACE",
                "STREAMVERSE_RATE_LIMITS", "off",
                "DRM_LICENCES_PRIVATE_HOSTS", "127.0.0.1");
        this.jar = Jar.start(environment).awaitReady();
        this.url = URI.create(jar.await("(http://localhost:\\d+)").group(1));
        let("STREAMVERSE_URL", url.toString());
        let("STREAMVERSE_KEY", newcomer());
        Files.copy(Path.of("src/test/resources/film.mp4"), folder.resolve("film.mp4"));
        var built = ROOT.resolve("sdk-java/target");
        Files.createSymbolicLink(
                folder.resolve("streamverse-sdk.jar"), built.resolve("streamverse-sdk-0.1.0-SNAPSHOT.jar"));
        Files.createSymbolicLink(folder.resolve("lib"), built.resolve("lib"));
    }

    private String newcomer() {
        var wanted = Map.of(
                "slug", "aurora",
                "name", "Aurora",
                "plan", "starter",
                "country", "FR",
                "currency", "EUR",
                "owner", Map.of("email", "ada@aurora.example", "name", "Ada"));
        return new Api(url, OPERATOR_KEY).post("/operator/v1/tenants", wanted).at("/apiKeys/live");
    }

    URI url() {
        return url;
    }

    Api live() {
        return new Api(url, value("STREAMVERSE_KEY"));
    }

    void let(String variable, String value) {
        variables.put(variable, value);
    }

    String value(String variable) {
        return Objects.requireNonNull(variables.get(variable), variable);
    }

    /// The shell's blocks are counted from 0; what they export is for the reader to fill in.
    String block(int number) {
        return blocks("sh").get(number).replaceAll("(?m)^export .*$", "");
    }

    String script() {
        return blocks("js").getFirst();
    }

    private List<String> blocks(String language) {
        return Pattern.compile("(?s)```%s\n(.*?)```".formatted(language))
                .matcher(text)
                .results()
                .map(it -> it.group(1))
                .toList();
    }

    String run(int block) throws IOException, InterruptedException {
        var shell = new ProcessBuilder("bash", "-euc", block(block)).directory(folder.toFile());
        var path = Path.of(System.getProperty("java.home"), "bin") + ":" + System.getenv("PATH");
        shell.environment().putAll(variables);
        shell.environment().putAll(Map.of("PATH", path, "HOME", folder.toString()));
        var process = shell.redirectError(folder.resolve("errors").toFile()).start();
        var answer = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor())
                .as(answer + Files.readString(folder.resolve("errors")))
                .isZero();
        said.add(answer);
        return answer;
    }

    JsonNode json(int block) throws IOException, InterruptedException {
        return JSON.readTree(run(block));
    }

    /// Remembers it as something that was said.
    Answer keep(Answer answer) {
        said.add(answer.toString());
        return answer;
    }

    List<String> said() {
        return said;
    }

    String log() {
        return jar.said();
    }

    String metrics() {
        var address = jar.await("(http://localhost:\\d+/metrics)").group(1);
        return Api.send(HttpRequest.newBuilder(URI.create(address)).build()).text();
    }

    /// All that stands on Kafka.
    List<String> events() throws IOException {
        var port = Files.readString(folder.resolve("data/kafka/port")).strip();
        Map<String, Object> kafka = Map.of("bootstrap.servers", "127.0.0.1:" + port);
        try (var consumer = new KafkaConsumer<>(kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.listTopics().values().stream()
                    .flatMap(Collection::stream)
                    .filter(it -> !it.topic().startsWith("__"))
                    .map(it -> new TopicPartition(it.topic(), it.partition()))
                    .toList();
            var ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var found = new ArrayList<String>();
            while (ends.entrySet().stream().anyMatch(it -> consumer.position(it.getKey()) < it.getValue())) {
                consumer.poll(Duration.ofSeconds(1)).forEach(it -> found.add(new String(it.value(), ISO_8859_1)));
            }
            return found;
        }
    }

    @Override
    public void close() {
        jar.close();
    }
}
