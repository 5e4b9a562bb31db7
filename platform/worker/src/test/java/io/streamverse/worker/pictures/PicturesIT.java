package io.streamverse.worker.pictures;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.media.source.FrameRate;
import io.streamverse.media.source.VideoInfo;
import io.streamverse.media.source.VideoInfo.Range;
import io.streamverse.media.work.Done;
import io.streamverse.media.work.Output;
import io.streamverse.media.work.Work;
import io.streamverse.worker.analyse.TestAnalyse;
import io.streamverse.worker.corpus.Clip;
import io.streamverse.worker.corpus.Corpus;
import io.streamverse.worker.corpus.Reading;
import io.streamverse.worker.tools.TestTools;
import io.streamverse.worker.tools.Tools;
import io.streamverse.worker.work.LocalDesk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PicturesIT {
    private static final FrameRate NTSC = new FrameRate(30, 1);

    @TempDir
    Path store;

    @ParameterizedTest
    @EnumSource(names = {"LONG_GOP", "MOV"})
    void aTileShowsWhatIsOnAtItsTime(Clip clip) throws Exception {
        var done = pictures(Corpus.file(clip), video(Range.SDR, 120));

        var sprite = file(done.sprites().getFirst());
        for (int tile = 0; tile < 4; tile++) {
            assertThat(Reading.frames(tile(sprite, tile))).containsExactly(30 * tile);
        }
    }

    @Test
    void theStoryboardNamesItsSpritesAndThereArePosters() throws Exception {
        var done = pictures(Corpus.file(Clip.LANDSCAPE), video(Range.SDR, 120));

        assertThat(Files.readString(file(done.storyboard()))).contains("001.jpg#xywh=0,0,160,90");
        assertThat(done.sprites()).map(Output::name).containsExactly("001.jpg");
        assertThat(done.posters()).hasSizeBetween(3, 5);
        assertThat(size(done.posters().getFirst())).isEqualTo("320,180");
    }

    /// Where only sound is left, the tile before.
    @ParameterizedTest
    @CsvSource({"LANDSCAPE,90", "LONG_GOP,90", "TS,90", "LONG_SOUND,60"})
    void aPosterIsThePictureOfItsTile(Clip clip, int last) throws Exception {
        var file = Corpus.file(clip);
        var analysed = TestAnalyse.runner().run(new Work.Analyse(file.toString(), Files.size(file)), desk());

        var done =
                pictures(file, requireNonNull(((Done.Analysed) analysed).media().video()));

        var shown = new ArrayList<Integer>();
        for (var poster : done.posters()) {
            shown.addAll(Reading.frames(file(poster)));
        }
        assertThat(shown).containsExactly(0, 30, 60, last);
    }

    @Test
    void brightPicturesAreToneMapped() throws Exception {
        var done = pictures(Corpus.file(Clip.HDR_PQ), video(Range.PQ, 120));

        assertThat(done.sprites()).hasSize(1);
        assertThat(done.posters()).isNotEmpty();
    }

    @Test
    void blackIsNoPoster() throws Exception {
        var film = store.resolve("half.mp4");
        ffmpeg(List.of(
                "-v",
                "error",
                "-f",
                "lavfi",
                "-i",
                "color=black:size=320x180:rate=30:duration=10",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=320x180:rate=30:duration=10",
                "-filter_complex",
                "[0][1]concat",
                "-g",
                "30",
                "-c:v",
                "libx264",
                Tools.file(film)));

        var done = pictures(film, video(Range.SDR, 600));

        assertThat(done.posters()).hasSize(3);
        for (var poster : done.posters()) {
            assertThat(Files.size(file(poster))).isGreaterThan(5_000);
        }
    }

    private Done.Pictured pictures(Path film, VideoInfo video) throws Exception {
        var work = new Work.Pictures(film.toString(), Files.size(film), video, 4_000);
        return (Done.Pictured) new PicturesRunner(TestTools.tools()).run(work, desk());
    }

    private LocalDesk desk() throws Exception {
        return new LocalDesk(store, Files.createTempDirectory(store, "desk"));
    }

    private static VideoInfo video(Range range, int frames) {
        return new VideoInfo(0, "h264", 320, 180, NTSC, false, frames, 0, range, false, 8);
    }

    private Path file(Output output) {
        return store.resolve(output.key());
    }

    private Path tile(Path sprite, int number) throws Exception {
        var tile = store.resolve("tile.png");
        ffmpeg(List.of(
                "-v",
                "error",
                "-i",
                Tools.file(sprite),
                "-vf",
                "crop=160:90:%d:0".formatted(160 * number),
                "-update",
                "1",
                "-y",
                Tools.file(tile)));
        return tile;
    }

    private String size(Output picture) throws Exception {
        return TestTools.tools()
                .ffprobe(List.of(
                        "-v",
                        "error",
                        "-show_entries",
                        "stream=width,height",
                        "-of",
                        "csv=p=0",
                        Tools.file(file(picture))))
                .run()
                .orFail()
                .output()
                .strip();
    }

    private void ffmpeg(List<String> arguments) throws Exception {
        TestTools.tools().ffmpeg(arguments).in(store).run().orFail();
    }
}
