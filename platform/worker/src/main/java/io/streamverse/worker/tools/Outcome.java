package io.streamverse.worker.tools;

import io.streamverse.worker.work.WorkFailure;
import java.time.Duration;
import java.util.Locale;

/// How a run ended. `output` is what it wrote to its output where nobody listened, `log` the last of what it complained
/// about, `cpu` the time that it and its children kept processors busy.
public record Outcome(End end, int status, String output, String log, Duration cpu) {
    public enum End {
        DONE,
        FAILED,
        TIME,
        MEMORY,
        SIZE
    }

    public boolean done() {
        return end == End.DONE;
    }

    Outcome saying(String text) {
        return new Outcome(end, status, text, log, cpu);
    }

    /// For a run that must succeed: elsewhere, or with more at hand, it may.
    public Outcome orFail() throws WorkFailure {
        if (done()) {
            return this;
        }
        var why = switch (end) {
            case TIME -> "took longer than it may";
            case MEMORY -> "needed more memory than it may";
            case SIZE -> "wrote more than it may";
            case DONE, FAILED -> "ended with status " + status;
        };
        throw WorkFailure.passing("media.tool." + end.name().toLowerCase(Locale.ROOT), "The tool " + why, log);
    }
}
