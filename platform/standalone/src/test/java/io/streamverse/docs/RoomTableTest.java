package io.streamverse.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.rules.RoomTable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("check")
class RoomTableTest {
    @ParameterizedTest
    @ValueSource(strings = {"io.streamverse.server", "io.streamverse.billing", "io.streamverse.worker"})
    void theTableShowsTheRoomsAsTheyAre(String program) {
        assertThat(Tree.read("docs/architecture.md"))
                .as("docs/architecture.md: put this in place of the table of %s", program)
                .contains(RoomTable.of(program));
    }
}
