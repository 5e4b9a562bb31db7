package io.streamverse.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {
    @TempDir
    private static Path temporary;

    private static Path folder;
    private static int port;

    @BeforeAll
    static void setUp() {
        folder = Folders.create(temporary.resolve("postgres"), "rwx--x--x");
        try (var postgres = EmbeddedPostgres.start(folder, _ -> {})) {
            port = postgres.port();
        }
    }

    @Test
    void aPortTakenByAnotherProgramIsGivenUp() throws Exception {
        try (var _ = new ServerSocket(port, 1, LoopbackPort.address());
                var postgres = EmbeddedPostgres.start(folder, _ -> {})) {
            assertThat(postgres.port()).isNotEqualTo(port);
        }
    }

    @Test
    void anotherPasswordIsToldAndNothingIsLeftRunning() throws Exception {
        var secret = folder.resolve("password");
        var password = Files.readString(secret);
        Files.writeString(secret, "another");

        assertThatThrownBy(() -> EmbeddedPostgres.start(folder, _ -> {}))
                .isInstanceOf(EngineFailure.class)
                .hasMessageContaining("is not the one of the data beside it");

        assertThat(folder.resolve("data/postmaster.pid")).doesNotExist();
        Files.writeString(secret, password);
    }

    @Test
    void aLostPasswordIsTold() throws Exception {
        var secret = folder.resolve("password");
        var elsewhere = Files.move(secret, folder.resolve("elsewhere"));

        assertThatThrownBy(() -> EmbeddedPostgres.start(folder, _ -> {}))
                .hasMessage(
                        "%s is missing, without which the data beside it cannot be opened: restore it from a backup.",
                        secret);

        Files.move(elsewhere, secret);
    }
}
