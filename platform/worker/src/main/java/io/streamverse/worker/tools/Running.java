package io.streamverse.worker.tools;

import io.streamverse.worker.work.WorkFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A program at work, in a group of processes that dies with this object.
final class Running implements AutoCloseable {
    private static final int LONGEST_LINE = 1 << 20;
    private static final Duration LAST_MOMENTS = Duration.ofSeconds(5);
    private final Process process;
    private final LogTail log = new LogTail();
    private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>(1_000);
    private final List<Thread> readers;
    private final long deadline;
    private boolean late;
    private Duration cpu = Duration.ZERO;

    private Running(Process process, Duration time) {
        this.process = process;
        this.deadline = System.nanoTime() + time.toNanos();
        this.readers = List.of(
                Thread.ofVirtual().start(this::readOutput), Thread.ofVirtual().start(this::readErrors));
        var _ = process.onExit().thenRun(this::endTheGroup);
    }

    static Running start(Path program, List<String> arguments, @Nullable Path folder, Limits limits)
            throws WorkFailure {
        try {
            return new Running(Cage.around(program, arguments, folder, limits).start(), limits.time());
        } catch (IOException e) {
            throw WorkFailure.passing("media.tool.missing", program.getFileName() + " cannot be started", e.toString());
        }
    }

    /// Null when it has said all, or when its time is up.
    @Nullable
    String nextLine() throws InterruptedException {
        var line = lines.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        late = line == null;
        return late ? null : line.orElse(null);
    }

    Outcome end() throws InterruptedException {
        late |= !process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        close();
        var outcome = Verdict.of(process.exitValue(), late, log.text(), cpu);
        cpu = outcome.cpu();
        return outcome;
    }

    /// How long it has kept processors busy: exactly when it has ended, before that without children that have.
    Duration cpu() {
        if (process.isAlive()) {
            cpu = process.descendants()
                    .flatMap(it -> it.info().totalCpuDuration().stream())
                    .reduce(Duration.ZERO, Duration::plus);
        }
        return cpu;
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            cpu = cpu();
            endTheGroup();
        }
        readers.forEach(Thread::interrupt);
        Patience.uninterrupted(this::awaitTheEnd);
    }

    private void awaitTheEnd() throws InterruptedException {
        if (!process.waitFor(LAST_MOMENTS.toMillis(), TimeUnit.MILLISECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        for (var reader : readers) {
            reader.join(LAST_MOMENTS);
        }
    }

    /// The watchdog of the group ends it when its input ends.
    private void endTheGroup() {
        try {
            process.getOutputStream().close();
        } catch (IOException _) {
            // The watchdog is gone, and with it the group.
        }
    }

    private void readOutput() {
        try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (var line = readLine(reader); line != null; line = readLine(reader)) {
                lines.put(Optional.of(line));
            }
            lines.put(Optional.empty());
        } catch (IOException | InterruptedException _) {
            lines.clear();
            lines.add(Optional.empty());
        }
    }

    /// What is longer than a line may be is left out.
    private static @Nullable String readLine(BufferedReader reader) throws IOException {
        var line = new StringBuilder();
        for (var c = reader.read(); c != '\n'; c = reader.read()) {
            if (c < 0) {
                return line.isEmpty() ? null : line.toString();
            }
            if (line.length() < LONGEST_LINE) {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private void readErrors() {
        var buffer = new byte[8_192];
        try (var errors = process.getErrorStream()) {
            for (var n = errors.read(buffer); n >= 0; n = errors.read(buffer)) {
                log.add(buffer, n);
            }
        } catch (IOException _) {
            // What it said until now is kept.
        }
    }
}
