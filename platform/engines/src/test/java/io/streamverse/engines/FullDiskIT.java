package io.streamverse.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Disks too small, which only root can mount.
class FullDiskIT {
    @TempDir
    private Path disk;

    @AfterEach
    void unmount() {
        Program.run(List.of("umount", disk.toString()), Path.of("/"));
    }

    @Test
    void aDiskTooSmallToSetUpOnIsRefusedAtOnce() {
        mount(100);

        assertThatThrownBy(() -> Engines.start(disk, _ -> {}))
                .isInstanceOf(EngineFailure.class)
                .hasMessage(
                        "The disk that holds %s is full, with 100 MB free where 300 MB are needed: free some space and start again.",
                        disk);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 80})
    void postgresSaysThatTheDiskIsFull(int megabytes) {
        mount(megabytes);

        assertThatThrownBy(() -> EmbeddedPostgres.start(disk, _ -> {}))
                .isInstanceOf(EngineFailure.class)
                .hasMessageMatching("The disk that holds .* is full: free some space and start again\\.");
        assertThat(ProcessHandle.allProcesses().map(process -> Program.commandOf(process.pid())))
                .noneMatch(command -> command.contains(disk.resolve("data").toString()));
    }

    @Test
    void redisSaysThatTheDiskIsFull() {
        mount(5);

        assertThatThrownBy(() -> EmbeddedRedis.start(disk, _ -> {}))
                .isInstanceOf(EngineFailure.class)
                .hasMessageMatching("The disk that holds .* is full: free some space and start again\\.");
    }

    private void mount(int megabytes) {
        var mounted = Program.run(
                List.of("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", disk.toString()),
                Path.of("/"));
        assumeThat(mounted.succeeded()).as(mounted.said()).isTrue();
    }
}
