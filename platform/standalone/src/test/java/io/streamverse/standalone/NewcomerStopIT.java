package io.streamverse.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewcomerStopIT {
    @Test
    void ctrlCStopsAllOfIt(@TempDir Path folder) {
        var environment =
                Map.of("STREAMVERSE_PORT", Integer.toString(FreePort.any()), "STREAMVERSE_DATA", folder.toString());
        try (var jar = Jar.start(environment, Jar.asJob(Jar.COMMAND)).awaitReady()) {
            assertThat(Processes.on(folder).all()).isNotEmpty();

            assertThat(jar.interrupt()).isEqualTo(128 + 2);
            assertThat(Processes.on(folder).all()).isEmpty();
            assertThat(jar.said()).doesNotContain("WARN", "ERROR", "Exception");
        }
    }
}
