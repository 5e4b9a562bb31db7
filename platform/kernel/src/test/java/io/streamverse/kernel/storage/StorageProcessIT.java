package io.streamverse.kernel.storage;

import static io.streamverse.kernel.storage.ObjectStoreContractTest.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.streamverse.kernel.storage.StorageException.ObjectNotFound;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageProcessIT {
    private static final List<String> IN_OWN_MOUNTS = List.of("unshare", "--map-root-user", "--mount");

    @TempDir
    private Path folder;

    @Test
    void aGigabytePassesThroughSixtyFourMegabytesOfHeap() throws Exception {
        var output = outputOf(java("gigabyte"));

        assertThat(output).contains("read 1073741823", "joined 268435456");
    }

    @Test
    void aKilledWriterLeavesOnlyWhatTheSweepTakes() throws Exception {
        var store = new LocalObjectStore(folder, new byte[32], InstantSource.system());
        try (var watch = FileSystems.getDefault().newWatchService()) {
            folder.resolve("temp").register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            var writer = new ProcessBuilder(java("endless")).inheritIO().start();
            assertThat(watch.poll(30, TimeUnit.SECONDS)).isNotNull();
            assertThat(writer.destroyForcibly().waitFor(10, TimeUnit.SECONDS)).isTrue();
        }

        assertThatThrownBy(() -> store.head(key("endless"))).isInstanceOf(ObjectNotFound.class);
        assertThat(store.list("", null, 10).entries()).isEmpty();
        assertThat(store.sweep(Duration.ZERO)).isEqualTo(1);
        assertThat(folder.resolve("temp")).isEmptyDirectory();
    }

    @Test
    void aFullDiskIsToldAndFreedAgain() throws Exception {
        assumeThat(canMount()).as("this user may mount a small file system").isTrue();
        var command = new ArrayList<>(IN_OWN_MOUNTS);
        command.addAll(List.of("sh", "-c", "mount -t tmpfs -o size=8m none \"$0\" && exec \"$@\"", folder.toString()));
        command.addAll(java("fill"));

        assertThat(outputOf(command)).contains("The storage has no space left", "then 1000000");
    }

    private boolean canMount() throws IOException, InterruptedException {
        var command = new ArrayList<>(IN_OWN_MOUNTS);
        command.addAll(List.of("mount", "-t", "tmpfs", "none", folder.toString()));
        return new ProcessBuilder(command).start().waitFor() == 0;
    }

    private List<String> java(String act) {
        return List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                StorageProcess.class.getName(),
                act,
                folder.toString());
    }

    private static String outputOf(List<String> command) throws IOException, InterruptedException {
        var log = Files.createTempFile("storage", ".log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        var output = Files.readString(log);
        Files.delete(log);
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
