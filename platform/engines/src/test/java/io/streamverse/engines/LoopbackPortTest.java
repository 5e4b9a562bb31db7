package io.streamverse.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoopbackPortTest {
    @TempDir
    private Path folder;

    @Test
    void thePortStaysTheSame() {
        var file = folder.resolve("port");

        assertThat(LoopbackPort.keptIn(file)).isEqualTo(LoopbackPort.keptIn(file));
    }

    @Test
    void aPortSomebodyElseTookIsGivenUpForAnother() throws IOException {
        var file = folder.resolve("port");
        var port = LoopbackPort.keptIn(file);

        try (var _ = new ServerSocket(port, 1, LoopbackPort.address())) {
            assertThat(LoopbackPort.keptIn(file)).isNotEqualTo(port);
        }
    }

    @Test
    void twoPortsOfOneEngineDiffer() {
        var file = folder.resolve("port");
        var port = LoopbackPort.keptIn(file);

        assertThat(LoopbackPort.keptIn(file, port)).isNotEqualTo(port);
    }
}
