package io.streamverse.worker.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CorpusIT {
    @ParameterizedTest
    @EnumSource
    void aClipIsThere(Clip clip) throws Exception {
        assertThat(Files.size(Corpus.file(clip))).isLessThan(3_000_000);
    }

    @ParameterizedTest
    @CsvSource({
        "LANDSCAPE,0,120",
        "PORTRAIT,0,120",
        "ROTATED,0,120",
        "ODD,0,120",
        "HDR_PQ,0,120",
        "MOV,0,120",
        "AVI,0,120",
        "OPEN_GOP,0,120",
        "EDIT_LIST,45,75",
        "FPS_23_976,0,96",
        "FPS_60,0,240"
    })
    void framesTellTheirNumbers(Clip clip, int first, int count) throws Exception {
        assertThat(Reading.frames(Corpus.file(clip)))
                .containsExactlyElementsOf(
                        IntStream.range(first, first + count).boxed().toList());
    }

    @Test
    void aFlashIsHeard() throws Exception {
        var file = Corpus.file(Clip.LANDSCAPE);

        assertThat(Reading.flashes(file)).containsExactly(0, 30, 60, 90);
        assertThat(Reading.beeps(file))
                .hasSize(4)
                .allSatisfy(it -> assertThat((it + 500) % 1_000_000).isLessThan(3_000));
    }
}
