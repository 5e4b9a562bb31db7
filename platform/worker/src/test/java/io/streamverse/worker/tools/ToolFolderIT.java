package io.streamverse.worker.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamverse.worker.work.WorkFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolFolderIT {
    @TempDir
    private Path folder;

    @Test
    void twoAtOnceUnpackOnce() throws Exception {
        Callable<Path> find = () -> new ToolFolder(folder).find(Program.FFMPEG);
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var found = both.invokeAll(List.of(find, find));

            assertThat(found.get(0).get()).isEqualTo(found.get(1).get()).isExecutable();
        }
    }

    @Test
    void whatAKillLeftHalfDoneIsDoneAgain() throws Exception {
        var place = folder.resolve(
                folder.relativize(new ToolFolder(folder).find(Program.FFMPEG)).getName(0));
        Files.move(place, Path.of(place + ".part"));

        assertThat(new ToolFolder(folder).find(Program.PACKAGER)).isExecutable();

        try (var left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(place, folder.resolve("tools.lock"));
        }
    }

    @Test
    void whatACleanerTookAwayIsUnpackedAgain() throws Exception {
        var program = new ToolFolder(folder).find(Program.FFPROBE);
        Files.delete(program);

        assertThat(new ToolFolder(folder).find(Program.FFPROBE)).isExecutable();
    }

    @Test
    void aPlaceThatIsNoFolderIsSaid() throws Exception {
        var file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> new ToolFolder(file).find(Program.FFMPEG))
                .isInstanceOfSatisfying(WorkFailure.class, it -> {
                    assertThat(it.isPermanent()).isFalse();
                    assertThat(it).hasMessageContaining("cannot be unpacked into " + file);
                });
    }
}
