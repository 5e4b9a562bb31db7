package io.streamverse.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `kill -9` of the JVM that started the engines leaves behind.
class KilledJvmIT {
    @TempDir
    private Path folder;

    private List<Long> orphans = List.of();

    @BeforeEach
    void killAJvmThatLeftAWord() throws Exception {
        var jvm = ChildJvm.serving(ChildJvm.classPath(), List.of(), folder, "survives");
        orphans = jvm.engines();
        jvm.kill();
    }

    @Test
    void theNextStartTakesOverAndClosesEverything() throws Exception {
        assertThat(orphans).noneMatch(KilledJvmIT::hasEnded);

        long redis;
        try (var engines = Engines.start(folder, _ -> {})) {
            redis = engines.redis().pid();

            assertThat(engines.postgres().pid()).isEqualTo(orphans.getFirst());
            assertThat(Keepsake.read(
                            engines.postgres(), engines.kafka(), engines.redis().uri()))
                    .isEqualTo(Keepsake.of("survives"));
        }

        assertThat(orphans).allMatch(KilledJvmIT::hasEnded);
        assertThat(redis).matches(KilledJvmIT::hasEnded);
    }

    @Test
    void aPostgresKilledTooRecovers() throws Exception {
        kill(orphans);

        try (var engines = Engines.start(folder, _ -> {})) {
            assertThat(engines.postgres().pid()).isNotEqualTo(orphans.getFirst());
            assertThat(Keepsake.read(
                            engines.postgres(), engines.kafka(), engines.redis().uri()))
                    .isEqualTo(Keepsake.of("survives"));
        }
    }

    @Test
    void aStrangerWithThePidOfTheOldServerIsLeftAlone() throws Exception {
        kill(orphans);
        var stranger = new ProcessBuilder("sleep", "600").start();
        giveItsPidToPostgresAndRedis(stranger.pid());

        Engines.start(folder, _ -> {}).close();

        assertThat(stranger.isAlive()).isTrue();
        stranger.destroy();
    }

    @Test
    void aDiscardedFolderIsGoneWithItsProcesses() {
        Engines.discard(folder);

        assertThat(folder).doesNotExist();
        assertThat(orphans).allMatch(KilledJvmIT::hasEnded);
    }

    private void giveItsPidToPostgresAndRedis(long pid) throws IOException {
        var postmaster = folder.resolve("postgres/data/postmaster.pid");
        var lines = Files.readString(postmaster);
        Files.writeString(postmaster, lines.replaceFirst("^\\d+", Long.toString(pid)));
        Files.writeString(folder.resolve("redis/redis.pid"), Long.toString(pid));
    }

    private static void kill(List<Long> processes) {
        for (var pid : processes) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
        assertThat(processes).allMatch(pid -> Program.endsWithin(pid, Duration.ofSeconds(5)));
    }

    private static boolean hasEnded(long pid) {
        return Program.commandOf(pid).isEmpty();
    }
}
