package io.streamverse.worker.tools;

import io.streamverse.worker.work.WorkFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

record Command(
        Place program, List<String> arguments, @Nullable Path folder, Limits limits) implements Tool {
    private static final int LONGEST_OUTPUT = 16 << 20;

    /// Where the program lies.
    interface Place {
        Path find() throws WorkFailure;
    }

    @Override
    public Tool in(Path folder) {
        return new Command(program, arguments, folder, limits);
    }

    @Override
    public Tool within(Duration limit) {
        return new Command(program, arguments, folder, limits.time(limit));
    }

    @Override
    public Tool memory(long bytes) {
        return new Command(program, arguments, folder, limits.memory(bytes));
    }

    @Override
    public Tool writing(long bytes) {
        return new Command(program, arguments, folder, limits.fileBytes(bytes));
    }

    @Override
    public Outcome run() throws WorkFailure, InterruptedException {
        var output = new StringBuilder();
        return read(line -> {
                    if (output.length() + line.length() < LONGEST_OUTPUT) {
                        output.append(line).append('\n');
                    }
                })
                .saying(output.toString());
    }

    @Override
    public Outcome run(Follower follower) throws WorkFailure, InterruptedException {
        return read(new ProgressLines(follower));
    }

    @Override
    public Outcome read(Lines lines) throws WorkFailure, InterruptedException {
        try (var running = Running.start(program.find(), arguments, folder, limits)) {
            for (var line = running.nextLine(); line != null; line = running.nextLine()) {
                lines.line(line);
            }
            return running.end();
        }
    }
}
