package io.streamverse.server.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.media.index.Scheme;
import io.streamverse.media.manifest.KeyLines;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariantTest {
    private static final String LETTERS = "w-h264.hevcavp9sound0123456789nonecbcsplainlicensedt%/\\\n\u0661Ki ";

    @Test
    void itsNameSaysEverything() {
        var variant = new Variant(List.of("h264", "hevc"), 1080, Scheme.CBCS, KeyLines.IDENTITY, 90, true);

        assertThat(variant.name()).isEqualTo("w-h264.hevc-1080-cbcs-identity-t90-s");
        assertThat(Variant.parse(variant.name())).contains(variant);
    }

    @RepeatedTest(50)
    void whatIsWrittenIsReadAgain(RepetitionInfo run) {
        var variant = random(new SplittableRandom(run.getCurrentRepetition()));

        assertThat(Variant.parse(variant.name())).contains(variant);
        assertThat(variant.name()).matches("[a-z0-9.-]{1,64}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "w",
                "w-hevc.h264-1080-none-plain",
                "w-h264.h264-1080-none-plain",
                "w-h264-01080-none-plain",
                "w-h264-1080-none-plain-t0",
                "w-h264-1080-none-plain-t01",
                "w-h264-1080-none-identity",
                "w-h264-1080-cenc-plain",
                "w-h264-0-none-plain",
                "w-sound-1080-none-plain",
                "w-h264.sound-1080-none-plain",
                "w-h264-1080-none-plain\n",
                "W-h264-1080-none-plain",
                "w-h264-1080-none-plain/..",
                "w-.-1080-none-plain",
                "w-h264-99999999999-none-plain",
                "w-h264-\u0661\u0660-none-plain"
            })
    void whatNobodyWroteIsRefused(String name) {
        assertThat(Variant.parse(name)).isEmpty();
    }

    /// Whatever is read at all is read from its own name, so no film has two addresses.
    @RepeatedTest(50)
    void thereIsOneNameForEach(RepetitionInfo run) {
        var random = new SplittableRandom(run.getCurrentRepetition());
        for (int i = 0; i < 2_000; i++) {
            var name = mutated(random, random(random).name());
            Variant.parse(name).ifPresent(it -> assertThat(it.name()).isEqualTo(name));
        }
    }

    private static Variant random(RandomGenerator random) {
        var families =
                Variant.FAMILIES.stream().filter(_ -> random.nextBoolean()).toList();
        var scheme = List.of(Scheme.values()).get(random.nextInt(3));
        var keys = scheme == Scheme.NONE
                ? KeyLines.PLAIN
                : List.of(KeyLines.values()).get(1 + random.nextInt(3));
        return families.isEmpty()
                ? new Variant(List.of(Variant.SOUND), 0, scheme, keys, 0, random.nextBoolean())
                : new Variant(
                        families,
                        1 + random.nextInt(4320),
                        scheme,
                        keys,
                        random.nextInt(Variant.LATEST_START),
                        random.nextBoolean());
    }

    private static String mutated(RandomGenerator random, String name) {
        var text = new StringBuilder(name);
        for (int i = random.nextInt(3); i > 0 && !text.isEmpty(); i--) {
            int at = random.nextInt(text.length());
            char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
            switch (random.nextInt(3)) {
                case 0 -> text.setCharAt(at, letter);
                case 1 -> text.insert(at, letter);
                default -> text.deleteCharAt(at);
            }
        }
        return text.toString();
    }
}
