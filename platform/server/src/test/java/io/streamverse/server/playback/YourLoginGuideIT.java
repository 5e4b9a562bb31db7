package io.streamverse.server.playback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Stage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// docs/guides/your-login.md, its two pieces of code as they stand there.
class YourLoginGuideIT {
    private static final Stage STAGE = Stage.shared();
    private static final Path GUIDE = Path.of("../../docs/guides/your-login.md");
    private static final Pattern BLOCK = Pattern.compile("(?s)```js\n(.*?)```");
    private final House house = House.live(STAGE);

    @TempDir
    Path folder;

    @Test
    void aPageOfTheTenantsOwnPlaysForAnAccountOfTheTenantsOwn() throws Exception {
        var title = house.title(House.forTier("premium"));
        var code = blocks();

        var said = run(code, title);

        assertThat(code.stream().flatMap(String::lines)).hasSizeLessThanOrEqualTo(15);
        assertThat(said).endsWith("/main.mpd");
        assertThat(house.api.get("/v1/playback-sessions?titleId=" + title).at("/data/0/tier"))
                .isEqualTo("premium");
    }

    private static List<String> blocks() throws Exception {
        return BLOCK.matcher(Files.readString(GUIDE))
                .results()
                .map(it -> it.group(1))
                .toList();
    }

    private String run(List<String> code, String title) throws Exception {
        Files.writeString(folder.resolve("back-end.mjs"), code.getFirst());
        Files.writeString(folder.resolve("page.mjs"), """
                import { viewerToken } from './back-end.mjs';
                const host = process.env.STREAMVERSE_URL, titleId = '%s';
                const token = await viewerToken({ id: 'user-4711', plan: 'premium' });
                const player = { load: async address => console.log(address) };
                %s
                """.formatted(title, code.getLast()));
        var node = new ProcessBuilder("node", "page.mjs")
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        node.environment()
                .putAll(Map.of(
                        "STREAMVERSE_URL", house.api.url().toString(), "STREAMVERSE_KEY", house.tenant.liveKey()));
        var started = node.start();
        var said = new String(started.getInputStream().readAllBytes(), UTF_8).strip();
        assertThat(started.waitFor()).as(said).isZero();
        return said;
    }
}
