package io.streamverse.worker.tools;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Eventually;
import io.streamverse.worker.work.WorkFailure;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Who kills a worker -9 finds no tool of it at work.
@Timeout(60)
class KilledWorkerIT {
    @Test
    void itsToolsDieWithIt() throws Exception {
        var worker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Worker.class.getName())
                .start();
        var pids = new ArrayList<String>();
        var said = worker.inputReader(StandardCharsets.UTF_8);
        pids.add(said.readLine());
        pids.add(said.readLine());
        assertThat(pids).allMatch(Pids::isAlive);

        worker.destroyForcibly();

        Eventually.is("the tools are gone", () -> pids.stream().noneMatch(Pids::isAlive));
    }

    /// Runs a tool with a child that both would go on for long.
    static final class Worker {
        private Worker() {}

        public static void main(String[] args) throws WorkFailure, InterruptedException {
            PrintStream out = System.out;
            TestTools.shell("sleep 600 & echo $!; echo $$; exec sleep 600").read(out::println);
        }
    }
}
