package io.streamverse.worker.tools;

import io.streamverse.media.plan.Accelerator;
import io.streamverse.worker.work.Desk;
import io.streamverse.worker.work.WorkFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

record Command(
        Place program, List<String> arguments, @Nullable Path folder, Limits limits, LongConsumer account)
        implements Tool {
    private static final int LONGEST_OUTPUT = 16 << 20;

    Command(Place program, List<String> arguments, Limits limits) {
        this(program, arguments, null, limits, _ -> {});
    }

    /// Where the program lies.
    interface Place {
        Path find() throws WorkFailure;
    }

    @Override
    public Tool in(Path folder) {
        return new Command(program, arguments, folder, limits, account);
    }

    @Override
    public Tool at(Desk desk) {
        return new Command(program, arguments, desk.folder(), limits, ms -> desk.busy(Accelerator.CPU, ms));
    }

    @Override
    public Tool within(Duration limit) {
        return with(limits.time(limit));
    }

    @Override
    public Tool memory(long bytes) {
        return with(limits.memory(bytes));
    }

    @Override
    public Tool writing(long bytes) {
        return with(limits.fileBytes(bytes));
    }

    private Tool with(Limits others) {
        return new Command(program, arguments, folder, others, account);
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
        try (var running = Running.start(program.find(), arguments, folder, limits);
                var expense = new Expense(running, account)) {
            for (var line = running.nextLine(); line != null; line = running.nextLine()) {
                expense.tellNowAndThen();
                lines.line(line);
            }
            return running.end();
        }
    }
}
