package io.streamverse.flows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.sdk.StreamVerse;
import io.streamverse.sdk.UploadOptions;
import io.streamverse.sdk.model.Asset;
import io.streamverse.sdk.model.AssetState;
import io.streamverse.standalone.TestStandalone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// docs/guides/upload.md, as somebody who follows it line by line.
class UploadGuideIT {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern BLOCK = Pattern.compile("(?s)```sh\n(.*?)```");
    private static final Pattern ASSET = Pattern.compile("ast_[0-9a-z]{26}");
    private static final Pattern LOCATION = Pattern.compile("(?i)location: (\\S+)");
    private static final Path FILM = Path.of("src/test/resources/film.mp4");
    private final String key = Service.keys(Service.tenant()).test();
    private final StreamVerse client = Service.with(key);

    @TempDir
    Path folder;

    @BeforeEach
    void film() throws IOException {
        Files.copy(FILM, folder.resolve("film.mp4"));
        var built = ROOT.resolve("sdk-java/target");
        Files.createSymbolicLink(
                folder.resolve("streamverse-sdk.jar"), built.resolve("streamverse-sdk-0.1.0-SNAPSHOT.jar"));
        Files.createSymbolicLink(folder.resolve("lib"), built.resolve("lib"));
    }

    @Test
    void theProgramUploadsAFilm() throws Exception {
        var said = run(block(0), "");

        assertThat(asset(said).name()).isEqualTo("Metropolis");
        assertThat(client.assets()
                        .untilReady(asset(said).id(), Duration.ofMinutes(2))
                        .state())
                .isEqualTo(AssetState.READY);
    }

    @Test
    void soDoesTheClient() throws IOException {
        var told = new AtomicLong();

        var asset = client.uploads()
                .upload(
                        folder.resolve("film.mp4"),
                        UploadOptions.usual()
                                .withResumeFolder(folder.resolve("notes"))
                                .withName("Metropolis")
                                .withExternalId("film-1927")
                                .withProgress((sent, _) -> told.set(sent)));

        assertThat(client.assets().get(asset).externalId()).isEqualTo("film-1927");
        assertThat(told).hasValue(Files.size(FILM));
    }

    @Test
    void soDoesCurl() throws Exception {
        var created = run(block(1), "");
        var location = LOCATION.matcher(created);
        assertThat(location.find()).as(created).isTrue();

        var sent = run(block(2), location.group(1));

        assertThat(sent).contains("204 No Content");
        assertThat(asset(sent).name()).isEqualTo("film.mp4");
        assertThat(asset(sent).bytes()).isEqualTo(Files.size(FILM));
    }

    @Test
    void anAddressDoesToo() throws Exception {
        var said = run(block(3), "");

        assertThat(asset(said).sourceUrl()).isEqualTo("https://cdn.example.com/film.mp4");
        client.assets().delete(asset(said).id());
    }

    private Asset asset(String said) {
        var id = ASSET.matcher(said);
        assertThat(id.find()).as(said).isTrue();
        return client.assets().get(id.group());
    }

    private static String block(int number) throws IOException {
        var blocks = BLOCK.matcher(Files.readString(ROOT.resolve("docs/guides/upload.md")))
                .results()
                .map(it -> it.group(1))
                .toList();
        return blocks.get(number).replaceAll("(?m)^export .*$", "");
    }

    private String run(String script, String location) throws Exception {
        var shell = new ProcessBuilder(List.of("bash", "-euc", script))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        var path = Path.of(System.getProperty("java.home"), "bin") + ":" + System.getenv("PATH");
        shell.environment().put("PATH", path);
        shell.environment().put("HOME", folder.toString());
        shell.environment().put("STREAMVERSE_URL", TestStandalone.url().toString());
        shell.environment().put("STREAMVERSE_KEY", key);
        shell.environment().put("LOCATION", location);
        var process = shell.start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
