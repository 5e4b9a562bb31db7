package io.streamverse.browser;

import io.streamverse.testkit.bench.Measurement;
import io.streamverse.testkit.bench.Rounds;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How long a viewer waits for the first picture, beside shaka-player on the same encrypted film that it needs no
/// permission for.
@Tag("bench")
class FirstFrameIT {
    private static final int ROUNDS = 9;
    private static final int FAR_MS = 50;

    @Test
    void theFirstPictureIsSoonThere() {
        try (var cinema = new Cinema();
                var page = new Page()) {
            play(cinema, page, 0);
            var near = rounds(cinema, page, 0);
            var far = rounds(cinema, page, FAR_MS);

            Measurement.report(
                    Measurement.atMost("first-frame", near.median("ours"), "ms", 500, near),
                    Measurement.atMost("first-frame-of-bare", near.median("share"), "x", 1.3, near),
                    Measurement.atMost("first-frame-of-bare-far", far.median("share"), "x", 1.3, far),
                    Measurement.atMost("first-frame-round-trips", far.median("roundTrips"), "", 4, far));
        }
    }

    private static Rounds rounds(Cinema cinema, Page page, int delayMs) {
        var rounds = new Rounds();
        for (int i = 0; i < ROUNDS; i++) {
            rounds.add(play(cinema, page, delayMs));
        }
        return rounds;
    }

    /// By somebody new: a page that is left keeps its place for a while, and nobody has more than a few.
    private static Map<String, Double> play(Cinema cinema, Page page, int delayMs) {
        var task = Map.of(
                "page", page.address(),
                "host", cinema.url().toString(),
                "titleId", cinema.title(),
                "token", cinema.token("fan-" + UUID.randomUUID(), 4),
                "delayMs", delayMs);
        var seen = Chromium.run("first-frame.mjs", task);
        var ours = seen.at("/ours").asDouble();
        var bare = seen.at("/bare").asDouble();
        return Map.of(
                "ours",
                ours,
                "bare",
                bare,
                "share",
                ours / bare,
                "roundTrips",
                seen.at("/roundTrips").asDouble());
    }
}
