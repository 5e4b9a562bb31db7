package io.streamverse.worker.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamverse.media.plan.Accelerator;
import io.streamverse.testkit.Eventually;
import io.streamverse.worker.tools.Outcome.End;
import io.streamverse.worker.work.LocalDesk;
import io.streamverse.worker.work.WorkFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A tool takes no more than it may, and leaves nobody behind.
@Timeout(60)
class LimitsIT {
    private static final List<String> ENDLESS = List.of("-f", "lavfi", "-i", "testsrc2=size=1280x720");

    @TempDir
    private Path folder;

    @Test
    void timeIsUp() throws Exception {
        var outcome = tool("-f", "null", "-").within(Duration.ofSeconds(1)).run();

        assertThat(outcome.end()).isEqualTo(End.TIME);
        assertThat(outcome.cpu()).isGreaterThan(Duration.ofMillis(50));
    }

    @Test
    void memoryIsUp() throws Exception {
        var outcome = tool("-vf", "scale=7680:4320", "-c:v", "libx264", "-f", "null", "-")
                .memory(200 << 20)
                .run();

        assertThat(outcome.end()).isEqualTo(End.MEMORY);
    }

    @Test
    void theFileIsTooLarge() throws Exception {
        var file = folder.resolve("large.y4m");

        var outcome =
                tool("-pix_fmt", "yuv420p", Tools.file(file)).writing(5 << 20).run();

        assertThat(outcome.end()).isEqualTo(End.SIZE);
        assertThat(Files.size(file)).isEqualTo(5 << 20);
    }

    @Test
    void whatItCostIsToldWhateverItsEnd() throws Exception {
        var desk = new LocalDesk(folder, folder);

        assertThatThrownBy(() -> tool("-f", "null", "-").at(desk).run(it -> {
                    if (it.frames() > 100) {
                        throw WorkFailure.passing("test.cancelled", "Cancelled", "");
                    }
                }))
                .isInstanceOf(WorkFailure.class);

        assertThat(desk.busyMs().get(Accelerator.CPU)).isGreaterThan(50);
    }

    @Test
    void whatItCostIsToldWhileItRuns() {
        var desk = new LocalDesk(folder, folder);

        assertThatThrownBy(() -> tool("-f", "null", "-")
                        .at(desk)
                        .within(Duration.ofSeconds(50))
                        .run(_ -> {
                            if (!desk.busyMs().isEmpty()) {
                                throw WorkFailure.passing("test.seen", "Seen", "");
                            }
                        }))
                .hasMessage("Seen");
    }

    @Test
    void waitingCostsNothing() throws Exception {
        var desk = new LocalDesk(folder, folder);

        TestTools.shell("sleep 1").at(desk).run().orFail();

        assertThat(desk.busyMs().getOrDefault(Accelerator.CPU, 0L)).isLessThan(500);
    }

    @Test
    void aChildDiesWithItsParent() throws Exception {
        var outcome = TestTools.shell("sleep 300 & echo $!; sleep 300 & echo $!; exec sleep 300")
                .within(Duration.ofSeconds(1))
                .run();

        assertThat(outcome.end()).isEqualTo(End.TIME);
        assertThat(outcome.output().lines()).hasSize(2);
        Eventually.is("they are gone", () -> outcome.output().lines().noneMatch(Pids::isAlive));
    }

    @Test
    void aChildThatStaysBehindIsNotWaitedFor() throws Exception {
        var outcome = TestTools.shell("sleep 300 & echo $!").run().orFail();

        assertThat(outcome.output().lines()).hasSize(1);
        Eventually.is("it is gone", () -> outcome.output().lines().noneMatch(Pids::isAlive));
    }

    @Test
    void aListenerThatThrowsEndsIt() {
        var pid = new StringBuilder();

        assertThatThrownBy(() -> TestTools.shell("echo $$; exec sleep 300").read(line -> {
                    pid.append(line);
                    throw WorkFailure.passing("test.cancelled", "Cancelled", "");
                }))
                .isInstanceOf(WorkFailure.class);

        Eventually.is("it is gone", () -> !Pids.isAlive(pid.toString()));
    }

    @Test
    void anInterruptEndsIt() {
        var pid = new StringBuilder();

        assertThatThrownBy(() -> TestTools.shell("echo $$; exec sleep 300").read(line -> {
                    pid.append(line);
                    Thread.currentThread().interrupt();
                }))
                .isInstanceOf(InterruptedException.class);

        Eventually.is("it is gone", () -> !Pids.isAlive(pid.toString()));
    }

    @Test
    void itHearsNothingAndKnowsNothing() throws Exception {
        var outcome = TestTools.shell("cat; env | cut -d= -f1 | sort").run().orFail();

        assertThat(outcome.output().lines()).containsExactly("LC_ALL", "LD_LIBRARY_PATH", "PATH", "PWD", "TMPDIR");
    }

    @Test
    void theLastOfItsLogIsKept() throws Exception {
        var outcome = TestTools.shell("seq 1 100000 >&2; echo last >&2; exit 3").run();

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.log()).endsWith("100000\nlast\n").hasSizeBetween(60_000, 65_536);
        assertThatThrownBy(outcome::orFail).hasMessageContaining("ended with status 3");
    }

    @Test
    void aMillionLinesComeThrough() throws Exception {
        var count = new long[1];

        TestTools.shell("seq 1 1000000").read(_ -> count[0]++).orFail();

        assertThat(count[0]).isEqualTo(1_000_000);
    }

    private Tool tool(String... arguments) {
        var all = new ArrayList<>(ENDLESS);
        all.addAll(List.of(arguments));
        return TestTools.tools().ffmpeg(all).in(folder);
    }
}
