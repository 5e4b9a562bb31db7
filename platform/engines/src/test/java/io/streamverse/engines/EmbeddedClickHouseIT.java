package io.streamverse.engines;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// ClickHouse's HTTP interface over its engine, in a folder with a space and letters beyond ASCII.
class EmbeddedClickHouseIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private static Path temporary;

    private static Path folder;
    private static EmbeddedClickHouse clickHouse;

    @BeforeAll
    static void start() throws Exception {
        folder = Folders.create(temporary.resolve("für alle 日本"), "rwx------");
        clickHouse = EmbeddedClickHouse.start(folder).orElseThrow();
        awaitAnswer();
        ask("CREATE TABLE kept (n UInt32, word String) ENGINE = MergeTree ORDER BY n");
    }

    @AfterAll
    static void closingLeavesNothingRunning() {
        clickHouse.close();

        assertThat(Program.commandOf(clickHouse.pid())).isEmpty();
    }

    @Test
    void aValueIsBoundAndNeverPartOfTheStatement() throws Exception {
        var hostile = "'; DROP TABLE kept --";

        assertThat(ask("SELECT {word:String} AS word", "&param_word=" + URLEncoder.encode(hostile, UTF_8)))
                .isEqualTo("{\"word\":\"" + hostile + "\"}\n");
    }

    @Test
    void whoDoesNotKnowThePasswordIsRefused() throws Exception {
        assertThat(send("SELECT 1", "", "guessed").statusCode()).isEqualTo(403);
    }

    @Test
    void whatIsWrongIsSaidInClickHousesWords() throws Exception {
        var answer = send("SELECT nonsense", "", clickHouse.password());

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("UNKNOWN_IDENTIFIER");
    }

    @Test
    void manyAskAtOnce() {
        var sums = IntStream.range(0, 50).parallel().mapToObj(n -> unchecked("SELECT " + n + " AS n"));

        assertThat(sums).hasSize(50).allMatch(it -> it.matches("\\{\"n\":\\d+}\n"));
    }

    @Test
    void killedItComesBackWithWhatItHeld() throws Exception {
        ask("INSERT INTO kept FORMAT JSONEachRow\n{\"n\":1,\"word\":\"ä\"}\n");
        var killed = clickHouse.pid();

        ProcessHandle.of(killed).ifPresent(ProcessHandle::destroyForcibly);
        assertThat(Program.endsWithin(killed, Duration.ofSeconds(5))).isTrue();
        awaitAnswer();

        assertThat(clickHouse.pid()).isNotEqualTo(killed);
        assertThat(ask("SELECT word FROM kept WHERE n = 1")).isEqualTo("{\"word\":\"ä\"}\n");
    }

    private static void awaitAnswer() {
        var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!clickHouse.answers()) {
            assertThat(System.nanoTime()).as("%s", folder).isLessThan(deadline);
            Program.pause();
        }
    }

    private static String unchecked(String sql) {
        try {
            return ask(sql);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String ask(String sql) throws IOException, InterruptedException {
        return ask(sql, "");
    }

    private static String ask(String sql, String parameters) throws IOException, InterruptedException {
        var answer = send(sql, parameters, clickHouse.password());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static HttpResponse<String> send(String sql, String parameters, String password)
            throws IOException, InterruptedException {
        var address = URI.create(clickHouse.uri() + "/?default_format=JSONEachRow" + parameters);
        return HTTP.send(
                HttpRequest.newBuilder(address)
                        .header("X-ClickHouse-User", clickHouse.user())
                        .header("X-ClickHouse-Key", password)
                        .POST(BodyPublishers.ofString(sql))
                        .build(),
                BodyHandlers.ofString());
    }
}
