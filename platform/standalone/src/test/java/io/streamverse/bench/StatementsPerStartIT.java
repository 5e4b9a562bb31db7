package io.streamverse.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the benchmark of decisions rests on: title, tiers and asset are remembered; who watches and what was granted is
/// read, and how far they got; the session and its event are one transaction.
@Tag("bench")
class StatementsPerStartIT {
    private static final String FIRST =
            "SELECT session.viewer_id, session.tier, session.territory, session.max_streams, session.ends_at,";
    private static final List<String> START = List.of(
            FIRST,
            "SELECT tier.name, tier.rank, tier.maximum_height, tier.streams, tier.downloads,",
            "BEGIN",
            "INSERT INTO \"playback_session\"",
            "SELECT plumbing.emit",
            "COMMIT",
            "SELECT title_id, position_ms, duration_ms, watched_at FROM playback_position");
    private static final int STARTS = 4;
    private final Path data = StandaloneProcess.newFolder();

    @AfterEach
    void discard() {
        StandaloneProcess.discard(data);
    }

    @Test
    void aPlaybackStartsWithThreeReadsAndOneTransaction() throws Exception {
        try (var standalone = StandaloneProcess.start(data);
                var log = StatementLog.begin(data)) {
            var cinema = Cinema.open(standalone);
            var viewer = cinema.viewer("counted");

            for (int i = 0; i < STARTS; i++) {
                cinema.play(viewer);
            }

            assertThat(log.awaitStatements(FIRST, STARTS).stream().map(StatementsPerStartIT::beginning))
                    .containsSequence(
                            Stream.of(START, START).flatMap(List::stream).toList());
        }
    }

    private static String beginning(String statement) {
        return START.stream().filter(statement::startsWith).findFirst().orElse(statement);
    }
}
