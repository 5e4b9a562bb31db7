package io.streamverse.worker.flow;

import static java.util.Objects.requireNonNull;

import io.streamverse.media.ladder.Codec;
import io.streamverse.worker.corpus.Clip;
import io.streamverse.worker.corpus.Corpus;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What comes out of cameras, cutting rooms and old archives.
class OddFilmsIT {
    @TempDir
    Path store;

    @ParameterizedTest
    @EnumSource(
            names = {
                "MONO_44100",
                "STEREO_96000",
                "SEVEN_ONE",
                "TEN_BIT_422",
                "FULL_RANGE",
                "ALPHA",
                "COVERED",
                "PROGRAM_STREAM",
                "WMV",
                "FLV",
                "FPS_120",
                "LATE",
                "WRAPPED",
                "GAP",
                "TWO_FILMS",
                "TIMECODE",
                "CHAPTERS"
            })
    void whatIsOddPlaysLikeAnyOther(Clip clip) throws Exception {
        var made = Production.of(store, Corpus.file(clip), Played.ladder(Codec.H264, 60));

        for (var track : made.plan.videos()) {
            Played.hasAllFrames(made, track, requireNonNull(made.media.video()));
        }
        for (var track : made.plan.audios()) {
            Played.lastsAsLong(made, track);
        }
        Played.segmentsBeginTogether(made);
        Played.beepsWithItsFlashes(made);
    }
}
