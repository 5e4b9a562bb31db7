package io.streamverse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.micronaut.runtime.server.EmbeddedServer;
import io.streamverse.flows.Studio;
import io.streamverse.kernel.app.App;
import io.streamverse.sdk.StreamVerse;
import io.streamverse.sdk.model.Protection;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Ffmpeg;
import io.streamverse.testkit.Stage;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// Servers whose tokens and licences live for seconds, a worker, and a film that is long against them: ten lives of a
/// token, as ten minutes are at one of a minute. The second server knows edges.
final class Theatre implements AutoCloseable {
    static final List<String> EDGES = List.of("127.0.0.2", "127.0.0.3");
    static final Duration TOKEN = Duration.ofSeconds(5);
    static final Duration LICENCE = Duration.ofSeconds(10);
    private static final Path SCRIPT = Path.of("src/test/js/last.mjs").toAbsolutePath();
    private static final Path FOLDER = Path.of("target", "theatre").toAbsolutePath();
    private static final Path SHORT = Path.of("src/test/resources/film.mp4").toAbsolutePath();
    private static final int TIMES = 9;
    private final Stage stage = Stage.alone(lives());
    private final EmbeddedServer steered = stage.anotherServer(steering());
    private final EmbeddedServer worker;
    private final Map<Protection, Playing> films = new HashMap<>();
    private final AtomicInteger deeds = new AtomicInteger();
    private final Page page = new Page();

    Theatre() {
        worker = App.named("worker")
                .with("micronaut.server.port", -1)
                .with("management.port", -1)
                .with("worker.folder", FOLDER.toString())
                .with("worker.server-url", url().toString())
                .with("worker.key", Stage.WORKER_KEY)
                .start();
        Eventually.is(
                "the servers know what encodes weigh",
                () -> stage.operator().get("/health/ready").status() == 200);
        Eventually.is("the worker has its tools", () -> stage.ask("SELECT id FROM control.job_worker LIMIT 1") != null);
    }

    URI url() {
        return stage.server().getURI();
    }

    URI steeredUrl() {
        return steered.getURI();
    }

    private Playing film(Protection protection) {
        return films.computeIfAbsent(protection, it -> {
            var tenant = stage.tenant();
            var client = StreamVerse.builder()
                    .apiKey(tenant.liveKey())
                    .baseUrl(url())
                    .build();
            return Playing.of(Studio.film(client, longFilm(), it), url());
        });
    }

    /// Somebody's play of it, by one of the servers.
    Show show(Protection protection, URI server, String player, String form) {
        var playing = film(protection).at(server);
        var isEncrypted = !protection.equals(Protection.NONE);
        var playback = playing.start(player, isEncrypted ? List.of("clearkey") : List.of());
        return new Show(playing, playback, taskOf(playing, playback, player, form, isEncrypted));
    }

    /// By our own player, which is told no more than the title.
    Show own(Protection protection, URI server) {
        var playing = film(protection).at(server);
        return new Show(
                playing,
                MissingNode.getInstance(),
                Map.of(
                        "page", page.address(),
                        "player", "streamverse",
                        "host", server.toString(),
                        "titleId", playing.title(),
                        "token", playing.token()));
    }

    private Map<String, Object> taskOf(
            Playing playing, JsonNode playback, String player, String form, boolean isEncrypted) {
        var task = new HashMap<String, Object>();
        task.put("page", page.address());
        task.put("player", player.replace(".js", ""));
        task.put("manifest", playback.at("/manifests/" + form).asText());
        task.put("renewal", playing.address(playback) + "/renewal");
        task.put("renewAfterSeconds", playback.at("/renewAfterSeconds").asInt());
        task.put("token", playing.token());
        if (isEncrypted) {
            task.put("licence", playback.at("/drm/clearkey/licenceUrl").asText());
            task.put("licenceSeconds", LICENCE.toSeconds() / 2);
        }
        return task;
    }

    /// Something that happens when the film has come so far.
    Map<String, Object> at(int seconds, Runnable deed) {
        var path = "/deed-" + deeds.incrementAndGet();
        page.at(path, exchange -> {
            deed.run();
            Page.answer(exchange, 200, "text/plain", new byte[0]);
        });
        var address = page.address().replace("/page.html", path);
        return Map.of("at", seconds, "method", "POST", "url", address);
    }

    record Show(Playing playing, JsonNode playback, Map<String, Object> task) {
        Show with(String setting, Object value) {
            var more = new HashMap<>(task);
            more.put(setting, value);
            return new Show(playing, playback, more);
        }

        String manifest() {
            return String.valueOf(task.get("manifest"));
        }

        String session() {
            return playback.at("/sessionId").asText();
        }
    }

    /// All at once, one answer for each.
    static List<JsonNode> play(List<Show> shows) {
        var seen = Chromium.run(SCRIPT, shows.stream().map(Show::task).toList());
        assertThat(seen).as(seen.toString()).hasSize(shows.size());
        return List.copyOf(seen.valueStream().toList());
    }

    private static Path longFilm() {
        var film = FOLDER.resolve("long.mp4");
        new Ffmpeg(FOLDER)
                .run("-stream_loop", String.valueOf(TIMES - 1), "-i", SHORT.toString(), "-c", "copy", film.toString());
        return film;
    }

    private static Map<String, Object> lives() {
        return Map.of("playback.token-life", TOKEN, "playback.licence-life", LICENCE);
    }

    private static Map<String, Object> steering() {
        var settings = new HashMap<>(lives());
        settings.put(
                "delivery.pathways", List.of("a %s 99999".formatted(EDGES.get(0)), "b %s 1".formatted(EDGES.get(1))));
        return settings;
    }

    @Override
    public void close() {
        page.close();
        App.stop(worker);
        stage.close();
    }
}
