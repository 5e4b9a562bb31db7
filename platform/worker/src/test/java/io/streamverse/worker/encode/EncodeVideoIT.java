package io.streamverse.worker.encode;

import static io.streamverse.worker.encode.Films.PAL;
import static io.streamverse.worker.encode.Films.info;
import static io.streamverse.worker.encode.Films.track;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.streamverse.media.ladder.Codec;
import io.streamverse.media.plan.Accelerator;
import io.streamverse.media.plan.Chunk;
import io.streamverse.media.plan.VideoTrack;
import io.streamverse.media.source.FrameRate;
import io.streamverse.media.source.VideoInfo;
import io.streamverse.media.work.Done;
import io.streamverse.media.work.Work;
import io.streamverse.worker.tools.TestTools;
import io.streamverse.worker.work.LocalDesk;
import io.streamverse.worker.work.WorkFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EncodeVideoIT {
    private static final List<Chunk> THIRDS =
            List.of(new Chunk(0, 0, 100), new Chunk(1, 100, 100), new Chunk(2, 200, 75));
    private static final FrameRate FIFTY = new FrameRate(50, 1);
    private final VideoRunner runner = new VideoRunner(TestTools.tools());

    @TempDir
    Path store;

    @Test
    void chunksHaveExactlyTheFramesOfTheFilm() throws Exception {
        film("film.mp4", PAL, 275, "-c:v", "libx264", "-bf", "3", "-g", "77", "-x264-params", "open-gop=1");
        var small = track(Codec.H264, 160, 90, PAL);
        var desk = split("film.mp4", info(PAL, 275), THIRDS);

        var numbers = new ArrayList<Integer>();
        for (var chunk : THIRDS) {
            var done = encode(desk, "film.mp4", info(PAL, 275), chunk, track(Codec.H264, 320, 180, PAL), small);
            numbers.addAll(numbers(done, small));
            assertThat(numbers(done, small)).hasSize(Math.toIntExact(chunk.frames()));
        }

        assertThat(numbers).isEqualTo(IntStream.range(0, 275).boxed().toList());
    }

    @Test
    void aChunkFromItsPieceIsTheSameAsOneFromTheOriginalAndAsOneMadeAgain() throws Exception {
        film("film.mkv", PAL, 275, "-c:v", "libx264", "-bf", "3", "-g", "60");
        var track = track(Codec.H264, 160, 90, PAL);
        var pieces = split("film.mkv", info(PAL, 275), THIRDS);

        var fromPiece = bytes(encode(pieces, "film.mkv", info(PAL, 275), THIRDS.get(1), track), track);
        var again = bytes(encode(pieces, "film.mkv", info(PAL, 275), THIRDS.get(1), track), track);
        var fromOriginal = bytes(encode(desk(), "film.mkv", info(PAL, 275), THIRDS.get(1), track), track);

        assertThat(fromPiece).isEqualTo(again).isEqualTo(fromOriginal);
    }

    @Test
    void halfTheRateIsEverySecondFrame() throws Exception {
        film("fast.mp4", FIFTY, 101, "-c:v", "libx264");
        var slow = track(Codec.H264, 160, 90, PAL);
        var fast = track(Codec.H264, 320, 180, FIFTY);

        var done = encode(desk(), "fast.mp4", info(FIFTY, 101), new Chunk(0, 0, 101), slow, fast);

        assertThat(numbers(done, slow))
                .isEqualTo(IntStream.range(0, 51).map(it -> 2 * it).boxed().toList());
        assertThat(numbers(done, fast)).hasSize(101);
        assertThat(done.outputMs()).isEqualTo(2_020);
    }

    @Test
    void theLastPictureStaysWhereTheFilmIsShorterThanItSaid() throws Exception {
        film("short.mp4", PAL, 50, "-c:v", "libx264");
        var track = track(Codec.H264, 160, 90, PAL);

        var done = encode(desk(), "short.mp4", info(PAL, 60), new Chunk(0, 0, 60), track);

        assertThat(numbers(done, track)).hasSize(60).endsWith(48, 49, 49, 49, 49, 49, 49, 49, 49, 49, 49, 49);
    }

    @Test
    void whatIsTurnedInItsPieceComesOutUpright() throws Exception {
        film("plain.mp4", PAL, 100, "-c:v", "libx264", "-g", "25");
        Films.run(
                store,
                List.of(
                        "-v",
                        "error",
                        "-display_rotation",
                        "90",
                        "-i",
                        "file:" + store.resolve("plain.mp4"),
                        "-c",
                        "copy",
                        "file:" + store.resolve("turned.mp4")));
        var upright = new VideoTrack("v-h264-90", Codec.H264, 90, 160, PAL, 50, 100, 200, 300, false);
        var chunk = new Chunk(1, 50, 50);
        var pieces = split("turned.mp4", info(PAL, 100), List.of(chunk));

        var fromPiece = encode(pieces, "turned.mp4", info(PAL, 100), chunk, upright);
        var fromOriginal = encode(desk(), "turned.mp4", info(PAL, 100), chunk, upright);

        assertThat(bytes(fromPiece, upright)).isEqualTo(bytes(fromOriginal, upright));
    }

    @ParameterizedTest
    @EnumSource(Codec.class)
    void everyCodecEncodesAndDecodes(Codec codec) throws Exception {
        film("film.mp4", PAL, 60, "-c:v", "libx264");
        var track = track(codec, 320, 180, PAL);

        var done = encode(desk(), "film.mp4", info(PAL, 60), new Chunk(0, 0, 60), track);

        assertThat(numbers(done, track))
                .isEqualTo(IntStream.range(0, 60).boxed().toList());
    }

    @Test
    void withoutTheDeviceSomebodyElseMustDoIt() throws Exception {
        film("film.mp4", PAL, 10, "-c:v", "libx264");
        var work = new Work.EncodeVideo(
                "film.mp4",
                1,
                info(PAL, 10),
                new Chunk(0, 0, 10),
                List.of(track(Codec.H264, 320, 180, PAL)),
                Accelerator.GPU);

        var failure = catchThrowableOfType(WorkFailure.class, () -> runner.run(work, desk()));

        assertThat(failure.code()).isEqualTo("media.encoder.unavailable");
        assertThat(failure.isPermanent()).isFalse();
    }

    private void film(String name, FrameRate rate, int frames, String... options) throws Exception {
        Films.make(store, name, rate, frames, options);
    }

    private LocalDesk desk() throws Exception {
        return new LocalDesk(store, Files.createTempDirectory(store, "desk"));
    }

    private LocalDesk split(String film, VideoInfo video, List<Chunk> chunks) throws Exception {
        var pieces = new SplitRunner(TestTools.tools()).run(new Work.Split(film, 1, video, chunks), desk());
        assertThat(((Done.Pieces) pieces).pieces()).hasSameSizeAs(chunks);
        return desk().with("split", pieces);
    }

    private Done.Encoded encode(LocalDesk desk, String film, VideoInfo video, Chunk chunk, VideoTrack... tracks)
            throws Exception {
        var work = new Work.EncodeVideo(film, 1, video, chunk, List.of(tracks), Accelerator.CPU);
        return (Done.Encoded) runner.run(work, desk);
    }

    private Path file(Done.Encoded done, VideoTrack track) {
        return store.resolve(requireNonNull(done.tracks().get(track.id())).key());
    }

    private List<Integer> numbers(Done.Encoded done, VideoTrack track) throws Exception {
        return Films.numbers(file(done, track));
    }

    private byte[] bytes(Done.Encoded done, VideoTrack track) throws Exception {
        return Files.readAllBytes(file(done, track));
    }
}
