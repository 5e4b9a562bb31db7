package io.streamverse.worker.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolsIT {
    private static final List<String> COLOURS = List.of("-f", "lavfi", "-i", "testsrc2=size=320x180:rate=25");
    private final Tools tools = TestTools.tools();

    @TempDir
    private Path folder;

    @Test
    void theyRunOnABareServer() throws Exception {
        assertThat(tools.ffmpeg(List.of("-version")).run().output()).startsWith("ffmpeg version 8.0.1");
        assertThat(tools.ffprobe(List.of("-version")).run().output()).startsWith("ffprobe version 8.0.1");
        assertThat(tools.packager(List.of("--version")).run().output()).contains("version v3.4.2");
    }

    @Test
    void anEncodeTellsHowFarItIsAndWhatItCost() throws Exception {
        var seen = new ArrayList<Progress>();

        var outcome = ffmpeg("-t", "4", "-c:v", "libx264", Tools.file(folder.resolve("out.mp4")))
                .run(seen::add)
                .orFail();

        assertThat(seen.getLast().frames()).isEqualTo(100);
        assertThat(seen.getLast().outTimeUs()).isBetween(3_800_000L, 4_000_000L);
        assertThat(outcome.cpu()).isBetween(Duration.ofMillis(20), Duration.ofSeconds(20));
    }

    @Test
    void aNameIsOnlyAName() throws Exception {
        for (var name : List.of("-y", "http:x", "concat:a|b", "a'b\"c %03d.mp4", "$(touch pwned)")) {
            var file = folder.resolve(name.replace("/", ""));
            ffmpeg("-t", "1", "-c:v", "libx264", "-f", "mp4", Tools.file(file))
                    .run()
                    .orFail();

            var probed = tools.ffprobe(
                            List.of("-show_entries", "format=format_name", "-of", "csv=p=0", Tools.file(file)))
                    .run();

            assertThat(probed.output()).as(name).startsWith("\"mov,mp4");
        }
        assertThat(folder.resolve("pwned")).doesNotExist();
    }

    @Test
    void theNetworkIsRefused() throws Exception {
        for (var address :
                List.of("http://127.0.0.1:1/a", "tcp://127.0.0.1:1", "rtmp://127.0.0.1/a", "udp://127.0.0.1:1")) {
            var outcome =
                    tools.ffmpeg(List.of("-i", address, "-f", "null", "-")).run();

            assertThat(outcome.end()).isEqualTo(Outcome.End.FAILED);
            assertThat(outcome.log()).contains("not on whitelist");
        }
    }

    @Test
    void aPlaylistInsideAFileOpensNothing() throws Exception {
        var list = folder.resolve("list");
        Files.writeString(list, "ffconcat version 1.0\nfile http://127.0.0.1:1/a.ts\n");

        var outcome = tools.ffprobe(List.of("-safe", "0", Tools.file(list))).run();

        assertThat(outcome.log()).contains("not on whitelist");
    }

    private Tool ffmpeg(String... arguments) {
        var all = new ArrayList<>(COLOURS);
        all.addAll(List.of(arguments));
        return tools.ffmpeg(all).in(folder).within(Duration.ofMinutes(1));
    }
}
