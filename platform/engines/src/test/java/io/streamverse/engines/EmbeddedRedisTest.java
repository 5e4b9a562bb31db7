package io.streamverse.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EmbeddedRedisTest {
    private static final Path FOLDER = Path.of("/data/redis");

    @Test
    void aMachineWithoutOpenSslIsToldWhatToInstall() {
        var said = "redis-server: error while loading shared libraries: libssl.so.3: cannot open shared object file";

        assertThat(EmbeddedRedis.failure(FOLDER, said)).hasMessageContaining("apt-get install libssl3");
    }

    @Test
    void aFullDiskIsCalledAFullDisk() {
        assertThat(EmbeddedRedis.failure(FOLDER, "Can't write: No space left on device"))
                .hasMessage("The disk that holds /data/redis is full: free some space and start again.");
    }

    @Test
    void anythingElseIsTheLastThingRedisSaid() {
        assertThat(EmbeddedRedis.failure(FOLDER, "Loading\nBad file format reading the append only file\n"))
                .hasMessageContaining("(Bad file format reading the append only file)");
    }
}
