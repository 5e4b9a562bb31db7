package io.streamverse.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    private Path folder;

    @Test
    void aFolderIsOpenedAgainOnceItIsClosed() {
        DataFolder.open(folder).close();

        assertThat(DataFolder.open(folder).path()).isEqualTo(folder);
    }

    @Test
    void aFolderOfAnotherPostgresIsRefused() throws IOException {
        Files.writeString(folder.resolve("version"), "data=1\npostgres=17\n");

        assertThatThrownBy(() -> DataFolder.open(folder))
                .isInstanceOf(EngineFailure.class)
                .hasMessage(
                        "%s was written by another release (data version 1, PostgreSQL 17, this one has data version 1, PostgreSQL 18): start that release or name another data folder.",
                        folder);
    }

    @Test
    void aFolderOfANewerReleaseIsRefusedAndLeftUnlocked() throws IOException {
        Files.writeString(folder.resolve("version"), "data=2\npostgres=18\n");

        assertThatThrownBy(() -> DataFolder.open(folder)).hasMessageContaining("data version 2");

        DataFolder.locked(folder).close();
    }

    @Test
    void aFolderInUseIsRefused() {
        try (var first = DataFolder.open(folder)) {
            assertThatThrownBy(() -> DataFolder.open(folder))
                    .hasMessage(
                            "Another StreamVerse is running on %s: stop that one or name another data folder.",
                            first.path());
        }
    }

    @Test
    void aFileInTheFoldersPlaceIsNamed() throws IOException {
        var file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> DataFolder.open(file))
                .isInstanceOf(EngineFailure.class)
                .hasMessageContaining(file.toString());
    }
}
