package io.streamverse.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the benchmark of reads rests on: no BEGIN, no COMMIT, no ping, no way back into a schema it stands in already.
class StatementsPerReadIT {
    private static final int READS = 10;
    /// Its first line.
    private static final String READ =
            "SELECT id, name, primary_color, background_color, appearance, typeface, corners,"
                    + " languages, texts, logo, icon,";

    private final Path data = StandaloneProcess.newFolder();

    @AfterEach
    void discard() {
        StandaloneProcess.discard(data);
    }

    @Test
    void aTenantsRowIsReadWithOneStatement() throws Exception {
        try (var standalone = StandaloneProcess.start(data);
                var log = StatementLog.begin(data)) {
            var key = standalone.newTenant("counted");

            for (int i = 0; i < READS; i++) {
                standalone.get("/v1/branding", key);
            }

            var statements = log.awaitStatements(READ, READS);
            int first = statements.indexOf(READ);
            assertThat(statements.subList(first, first + READS)).containsOnly(READ);
        }
    }
}
