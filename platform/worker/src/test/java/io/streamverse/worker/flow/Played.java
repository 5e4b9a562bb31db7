package io.streamverse.worker.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.streamverse.media.index.Content;
import io.streamverse.media.ladder.AudioRung;
import io.streamverse.media.ladder.Codec;
import io.streamverse.media.ladder.Ladder;
import io.streamverse.media.ladder.VideoRung;
import io.streamverse.media.plan.AudioTrack;
import io.streamverse.media.plan.VideoTrack;
import io.streamverse.media.source.VideoInfo;
import io.streamverse.worker.corpus.Reading;
import java.util.List;

/// What must be true of every film that was made, whatever it was made of.
final class Played {
    private static final List<AudioRung> SOUNDS =
            List.of(new AudioRung("stereo", 64, 2), new AudioRung("surround", 384, 6));

    /// What the very beginning may lack of its sound: 21 ms of ours, 43 of a source in WMA.
    private static final long RUNNING_IN_US = 45_000;

    private Played() {}

    static Ladder ladder(Codec codec, int fastest) {
        return new Ladder(
                List.of(
                        new VideoRung("90p", codec, 90, 150, 200, fastest),
                        new VideoRung("180p", codec, 180, 400, 500, fastest)),
                SOUNDS);
    }

    static void beepsWithItsFlashes(Production made) throws Exception {
        var picture = made.plan.videos().getLast();
        var frameUs = picture.frameRate().microseconds(1);
        var beeps = Reading.beeps(made.played(made.plan.audios().getFirst().id()));
        var flashes = Reading.flashes(made.played(picture.id()));
        assertThat(flashes).isNotEmpty();
        for (var flash : flashes) {
            var seen = picture.frameRate().microseconds(flash);
            var heard =
                    beeps.stream().mapToLong(it -> Math.abs(it - seen)).min().orElseThrow();
            assertThat(heard).isLessThanOrEqualTo(flash == 0 ? Math.max(frameUs, RUNNING_IN_US) : frameUs);
        }
    }

    static void hasAllFrames(Production made, VideoTrack track, VideoInfo source) throws Exception {
        var index = made.track(track.id());
        var frame = index.info().timescale()
                * track.frameRate().denominator()
                / track.frameRate().numerator();
        assertThat(index.segments().duration()).isEqualTo(source.frames() * frame);
        assertThat(index.segments().time(0)).isZero();
        assertThat(index.info().content())
                .isEqualTo(new Content.Picture(track.width(), track.height(), track.frameRate(), VideoInfo.Range.SDR));
        assertThat(keyframes(made, track.id()).size()).isEqualTo(Math.ceilDiv(source.frames(), track.framesPerGop()));
        assertThat(made.packets(track.id())).hasSize(Math.toIntExact(source.frames()));
    }

    static void lastsAsLong(Production made, AudioTrack track) throws Exception {
        var index = made.track(track.id());
        assertThat(index.duration().toMillis()).isCloseTo(made.plan.durationMs(), within(2L));
        assertThat(index.info().content()).isEqualTo(new Content.Sound(track.channels(), 48_000));
        assertThat(index.info().language()).isEqualTo(track.language());
    }

    static void segmentsBeginTogether(Production made) throws Exception {
        var first = made.plan.videos().getFirst().id();
        for (var track : made.plan.videos()) {
            assertThat(keyframes(made, track.id())).isEqualTo(keyframes(made, first));
            assertThat(made.track(track.id()).segments().count())
                    .isEqualTo(made.track(first).segments().count());
        }
        for (var track : made.plan.audios()) {
            assertThat(made.track(track.id()).segments().count())
                    .isCloseTo(made.track(first).segments().count(), within(1));
        }
    }

    private static List<Long> keyframes(Production made, String track) throws Exception {
        var all = made.packets(track);
        var first = all.getFirst().atUs();
        return all.stream()
                .filter(Production.Packet::isKey)
                .map(it -> (it.atUs() - first + 500) / 1000)
                .toList();
    }
}
