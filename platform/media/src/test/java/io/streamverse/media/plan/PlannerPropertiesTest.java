package io.streamverse.media.plan;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.media.ladder.Codec;
import io.streamverse.media.source.AudioInfo;
import io.streamverse.media.source.FrameRate;
import io.streamverse.media.source.MediaInfo;
import io.streamverse.media.source.VideoInfo;
import io.streamverse.media.source.VideoInfo.Range;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What holds for any source, said of a thousand that chance made.
class PlannerPropertiesTest {
    private static final int FILMS = 1_000;
    private static final List<String> LANGUAGES = List.of("en", "de", "und", "zh-Hant");

    private static Stream<MediaInfo> films() {
        var random = new Random(4);
        return Stream.generate(() -> film(random)).limit(FILMS);
    }

    @Test
    void sizesAreEvenKeepTheirShapeAndNeverGrow() {
        films().forEach(PlannerPropertiesTest::sizesOf);
    }

    private static void sizesOf(MediaInfo film) {
        var source = videoOf(film);

        assertThat(plan(film).videos()).isNotEmpty().allSatisfy(track -> {
            assertThat(track.width() % 2 + track.height() % 2).isZero();
            assertThat(track.width()).isLessThanOrEqualTo(Math.max(2, source.width()));
            assertThat(track.height()).isLessThanOrEqualTo(Math.max(2, source.height()));
            var narrow = Math.min(track.width(), track.height());
            assertThat((double) track.width() * source.height() / track.height() / source.width())
                    .isBetween(1 - 3.0 / narrow, 1 + 3.0 / narrow);
        });
    }

    @Test
    void theSegmentsOfAllRungsLastEquallyLong() {
        films().forEach(PlannerPropertiesTest::segmentsOf);
    }

    private static void segmentsOf(MediaInfo film) {
        var gops = plan(film).videos().stream()
                .map(it -> it.frameRate().microseconds(it.framesPerGop()))
                .distinct()
                .toList();

        assertThat(gops).hasSize(1).allMatch(it -> it >= 2_000_000);
        assertThat(plan(film).videos()).allMatch(it -> it.framesPerSegment() == 2 * it.framesPerGop());
    }

    @Test
    void chunksFollowEachOtherFromTheFirstFrameToTheLast() {
        films().forEach(PlannerPropertiesTest::orderOf);
    }

    private static void orderOf(MediaInfo film) {
        var source = videoOf(film);
        var end = 0L;
        for (var chunk : plan(film).chunks()) {
            assertThat(chunk.firstFrame()).isEqualTo(end);
            end += chunk.frames();
        }

        assertThat(end).isEqualTo(source.frames());
    }

    @Test
    void chunksBeginWithASegmentAndLastAboutHalfAMinute() {
        films().forEach(PlannerPropertiesTest::chunksOf);
    }

    private static void chunksOf(MediaInfo film) {
        var plan = plan(film);
        var segment = Timing.of(
                        videoOf(film).frameRate(), Sources.ladder(Codec.H264).video())
                .framesPerSegment();

        assertThat(plan.chunks()).allMatch(it -> it.firstFrame() % segment == 0);
        if (plan.chunks().size() > 1) {
            assertThat(plan.chunks())
                    .allMatch(it -> it.frames() > 4L * segment)
                    .allMatch(it -> it.frames() <= 7L * segment);
        }
    }

    @Test
    void namesAreUniqueAndThePlanIsAlwaysTheSame() {
        films().forEach(PlannerPropertiesTest::namesOf);
    }

    private static void namesOf(MediaInfo film) {
        var plan = plan(film);

        assertThat(plan).isEqualTo(plan(film));
        assertThat(Planner.settledOutputs(film, plan))
                .map(SettledOutput::track)
                .doesNotHaveDuplicates()
                .allMatch(it -> it.matches("[a-z0-9-]+"));
    }

    private static EncodePlan plan(MediaInfo film) {
        return Planner.plan(film, Sources.ladder(Codec.H264));
    }

    private static VideoInfo videoOf(MediaInfo film) {
        return requireNonNull(film.video());
    }

    private static MediaInfo film(Random random) {
        var rate = new FrameRate(1 + random.nextInt(120_000), random.nextBoolean() ? 1001 : 1000);
        var frames = 1 + random.nextLong(rate.framesIn(9_000));
        var video = Sources.video(16 + random.nextInt(4_000), 16 + random.nextInt(4_000), rate, frames, Range.SDR, 8);
        var sounds = random.ints(random.nextInt(4), 1, 9)
                .mapToObj(channels ->
                        Sources.sound(LANGUAGES.get(channels % LANGUAGES.size()), channels, random.nextBoolean()))
                .toArray(AudioInfo[]::new);
        return Sources.film(video, sounds);
    }
}
