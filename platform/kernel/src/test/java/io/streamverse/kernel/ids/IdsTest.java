package io.streamverse.kernel.ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:15:30.123Z");

    private final Ids ids = new Ids(InstantSource.fixed(NOW));

    @Test
    void anIdCarriesItsPrefixAndTwentySixCharacters() {
        assertThat(ids.next("ast")).matches("ast_[0-7][0-9a-hjkmnp-tv-z]{25}");
    }

    @Test
    void theTimeIsWrittenAsTenCharacters() {
        var late = new Ids(InstantSource.fixed(Instant.ofEpochMilli((1L << 48) - 1)));
        var early = new Ids(InstantSource.fixed(Instant.ofEpochMilli(33)));

        assertThat(late.next("ast")).startsWith("ast_7zzzzzzzzz");
        assertThat(early.next("ast")).startsWith("ast_0000000011");
    }

    @Test
    void anOlderIdSortsBeforeAYoungerOne() {
        var older = ids.next("ast");
        var younger = new Ids(InstantSource.fixed(NOW.plusMillis(1))).next("ast");

        assertThat(older).isLessThan(younger);
    }

    @Test
    void idsOfOneMillisecondDiffer() {
        var seen = new HashSet<String>();

        for (var i = 0; i < 100_000; i++) {
            assertThat(seen.add(ids.next("ast"))).isTrue();
        }
    }

    @Test
    void whatIsMadeIsValid() {
        for (var i = 0; i < 10_000; i++) {
            var id = ids.next("ten");

            assertThat(Ids.require("ten", id)).isEqualTo(id);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ten_",
                "ten_01h455vb4pexa5nq6r3t7s9vw",
                "ten_01h455vb4pexa5nq6r3t7s9vwyy",
                "ast_01h455vb4pexa5nq6r3t7s9vwy",
                "ten-01h455vb4pexa5nq6r3t7s9vwy",
                "ten_01H455VB4PEXA5NQ6R3T7S9VWY",
                "ten_81h455vb4pexa5nq6r3t7s9vwy",
                "ten_01h455vb4pexa5nq6r3t7s9vwi",
                "ten_01h455vb4pexa5nq6r3t7s9vw\n",
                "ten_01h455vb4pexa5nq6r3t7s9vwé",
            })
    void anythingElseIsRefusedWithWhatWasExpected(String value) {
        assertThatThrownBy(() -> Ids.require("ten", value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ten_ and 26 characters");
    }

    @Test
    void makingOneTakesMicroseconds() {
        var rounds = 200_000;
        var start = System.nanoTime();
        var characters = 0L;

        for (var i = 0; i < rounds; i++) {
            characters += ids.next("ast").length();
        }

        assertThat(characters).isEqualTo(30L * rounds);
        assertThat(Duration.ofNanos((System.nanoTime() - start) / rounds)).isLessThan(Duration.ofNanos(20_000));
    }
}
