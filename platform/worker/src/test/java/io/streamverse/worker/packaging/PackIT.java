package io.streamverse.worker.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.media.index.Encryption;
import io.streamverse.media.index.IndexTrack;
import io.streamverse.media.index.Scheme;
import io.streamverse.media.index.SegmentIndex;
import io.streamverse.media.plan.Protection;
import io.streamverse.media.work.ContentKey;
import io.streamverse.media.work.Done;
import io.streamverse.media.work.Output;
import io.streamverse.media.work.Work;
import io.streamverse.worker.corpus.Clip;
import io.streamverse.worker.corpus.Corpus;
import io.streamverse.worker.tools.TestTools;
import io.streamverse.worker.tools.Tools;
import io.streamverse.worker.work.LocalDesk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackIT {
    private static final ContentKey KEY = new ContentKey(
            "00112233445566778899aabbccddeeff", "0123456789abcdef0123456789abcdef", "a0b0c0d0e0f0a1b1c1d1e1f1a2b2c2d2");
    private final PackRunner runner = new PackRunner(TestTools.tools());

    @TempDir
    Path store;

    @BeforeEach
    void twoChunks() throws Exception {
        for (int chunk = 0; chunk < 2; chunk++) {
            Files.createDirectories(store.resolve("v-h264-90"));
            ffmpeg(
                    "-i",
                    Tools.file(Corpus.file(Clip.LANDSCAPE)),
                    "-an",
                    "-vf",
                    "scale=160:90",
                    "-c:v",
                    "libx264",
                    "-g",
                    "60",
                    "-bf",
                    "3",
                    "-sc_threshold",
                    "0",
                    "-video_track_timescale",
                    "30000",
                    "-movflags",
                    "+negative_cts_offsets",
                    "-use_editlist",
                    "0",
                    Tools.file(store.resolve("v-h264-90/00000%d.mp4".formatted(chunk))));
        }
    }

    @Test
    void chunksBecomeSegmentsThatFollowEachOther() throws Exception {
        var rendition = pack(Protection.NONE, null).getFirst();

        var segments = index(rendition).segments();
        assertThat(segments.count()).isEqualTo(2);
        assertThat(segments.duration(0)).isEqualTo(120_000);
        assertThat(segments.duration(1)).isEqualTo(120_000);
        assertThat(segments.iFrameBytes(1)).isPositive();
        assertThat(index(rendition).info().media()).isEqualTo(rendition.media().key());
        assertThat(Files.readString(media(rendition), StandardCharsets.ISO_8859_1))
                .doesNotContain("elst");
        assertThat(frames(rendition, "")).isEqualTo(240);
    }

    @Test
    void aProtectedTrackPlaysOnlyWithItsKey() throws Exception {
        var rendition = pack(Protection.CBCS, KEY.keyId()).getFirst();

        assertThat(rendition.track()).isEqualTo("v-h264-90");
        assertThat(index(rendition).info().encryption()).isEqualTo(new Encryption(Scheme.CBCS, KEY.keyId(), KEY.iv()));
        assertThat(frames(rendition, KEY.key())).isEqualTo(240);
        assertThat(frames(rendition, "ffffffffffffffffffffffffffffffff")).isLessThan(240);
    }

    @Test
    void bothKindsOfProtectionAreTwoRenditions() throws Exception {
        var renditions = pack(Protection.BOTH, KEY.keyId());

        assertThat(renditions).map(Done.Rendition::track).containsExactly("v-h264-90-cenc", "v-h264-90-cbcs");
        assertThat(renditions)
                .allSatisfy(it -> assertThat(frames(it, KEY.key())).isEqualTo(240));
        assertThat(index(renditions.getFirst()).info().encryption().iv()).isNull();
    }

    private List<Done.Rendition> pack(Protection protection, @Nullable String keyId) throws Exception {
        var desk = new LocalDesk(store, Files.createTempDirectory(store, "desk")).with(KEY);
        for (int chunk = 0; chunk < 2; chunk++) {
            var name = "v-h264-90/00000%d.mp4".formatted(chunk);
            var output = new Output(name, name, Files.size(store.resolve(name)));
            desk.with("video-" + chunk, new Done.Encoded(Map.of("v-h264-90", output), 4_000));
        }
        var done = runner.run(new Work.Pack("v-h264-90", "und", 4_000_000, protection, keyId), desk);
        return ((Done.Packed) done).renditions();
    }

    private Path media(Done.Rendition rendition) {
        return store.resolve(rendition.media().key());
    }

    private IndexTrack index(Done.Rendition rendition) throws IOException {
        var index = SegmentIndex.read(
                Files.readAllBytes(store.resolve(rendition.index().key())));
        return index.track(rendition.track()).orElseThrow();
    }

    /// That are decoded without a fault.
    private int frames(Done.Rendition rendition, String key) throws Exception {
        var arguments = new ArrayList<String>(List.of("-v", "error", "-xerror"));
        if (!key.isEmpty()) {
            arguments.addAll(List.of("-decryption_key", key));
        }
        arguments.addAll(List.of("-i", Tools.file(media(rendition)), "-f", "framemd5", "-"));
        var said = TestTools.tools().ffmpeg(arguments).run();
        return said.done()
                ? Math.toIntExact(
                        said.output().lines().filter(it -> it.startsWith("0,")).count())
                : 0;
    }

    private void ffmpeg(String... arguments) throws Exception {
        TestTools.tools()
                .ffmpeg(Stream.concat(Stream.of("-v", "error"), Arrays.stream(arguments))
                        .toList())
                .in(store)
                .run()
                .orFail();
    }
}
