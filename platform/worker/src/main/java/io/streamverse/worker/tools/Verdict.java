package io.streamverse.worker.tools;

import io.streamverse.worker.tools.Outcome.End;
import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Reads from the status and the log how a run ended.
final class Verdict {
    private static final int FILE_TOO_LARGE = 128 + 25;
    private static final int KILLED = 128 + 9;
    private static final Pattern NO_MEMORY = Pattern.compile(
            "Cannot allocate memory|bad_alloc|malloc of size \\d+ failed|Resource temporarily unavailable");
    private static final Pattern TIMES =
            Pattern.compile("\\n\\d+m[0-9.]+s \\d+m[0-9.]+s\\n(\\d+)m([0-9.]+)s (\\d+)m([0-9.]+)s\\n$");

    private Verdict() {}

    static Outcome of(int status, boolean late, String log, Duration cpuOfTheKilled) {
        var times = TIMES.matcher(log);
        var told = times.find();
        var said = told ? log.substring(0, times.start()) : log;
        var cpu = told ? cpu(times.toMatchResult()) : cpuOfTheKilled;
        return new Outcome(end(status, late, said), status, "", said, cpu);
    }

    private static End end(int status, boolean late, String said) {
        if (late) {
            return End.TIME;
        }
        return switch (status) {
            case 0 -> End.DONE;
            case FILE_TOO_LARGE -> End.SIZE;
            case KILLED -> End.MEMORY;
            default -> NO_MEMORY.matcher(said).find() ? End.MEMORY : End.FAILED;
        };
    }

    private static Duration cpu(MatchResult times) {
        return time(times.group(1), times.group(2)).plus(time(times.group(3), times.group(4)));
    }

    private static Duration time(String minutes, String seconds) {
        return Duration.ofMinutes(Long.parseLong(minutes)).plusMillis(Math.round(Double.parseDouble(seconds) * 1_000));
    }
}
