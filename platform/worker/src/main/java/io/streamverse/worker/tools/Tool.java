package io.streamverse.worker.tools;

import io.streamverse.worker.work.Desk;
import io.streamverse.worker.work.WorkFailure;
import java.nio.file.Path;
import java.time.Duration;

/// One run of a program, before it starts. It is over when the call that runs it is, however that ends: a thread that
/// is interrupted, or a follower that throws, ends the program and all it started.
public interface Tool {
    /// Where it runs and may leave files; without it there is none.
    Tool in(Path folder);

    /// For an attempt: in its folder, and the time that it keeps processors busy is the attempt's, told while it runs
    /// and whatever its end.
    Tool at(Desk desk);

    /// In time on the wall.
    Tool within(Duration limit);

    /// Counts what it writes to, not the files and libraries that it maps.
    Tool memory(long bytes);

    /// For each file it writes.
    Tool writing(long bytes);

    /// Keeps what it says, up to 16 MB.
    Outcome run() throws WorkFailure, InterruptedException;

    /// Only for FFmpeg, which says twice a second how far it is.
    Outcome run(Follower follower) throws WorkFailure, InterruptedException;

    Outcome read(Lines lines) throws WorkFailure, InterruptedException;

    @FunctionalInterface
    interface Follower {
        void at(Progress progress) throws WorkFailure, InterruptedException;
    }

    @FunctionalInterface
    interface Lines {
        void line(String line) throws WorkFailure, InterruptedException;
    }
}
