package io.streamverse.worker.tools;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The command that keeps a program within its limits, in a session and group of processes of its own.
final class Cage {
    /// A watchdog reads our end of its input, of which there is never anything but the end: we closed it, or are dead,
    /// however we died. It then kills the group, itself included. The last lines say what time processors spent.
    private static final String SCRIPT = """
            exec 3<&0 </dev/null
            (exec >/dev/null 2>&1; read -r end <&3; kill -KILL -$$) &
            exec 3<&-
            echo 800 2>/dev/null >/proc/self/oom_score_adj
            ulimit -c 0 && ulimit -d "$1" && ulimit -f "$2" || exit 125
            level=$3; shift 3
            nice -n "$level" "$@" &
            wait $!
            status=$?
            echo >&2; times >&2
            exit $status
            """;

    private static final int KILOBYTE = 1_024;
    private static final int BLOCK = 512;

    private Cage() {}

    static ProcessBuilder around(Path program, List<String> arguments, @Nullable Path folder, Limits limits) {
        var programs = Objects.requireNonNull(program.getParent());
        var place = folder == null ? programs : folder;
        var command = new ArrayList<>(List.of("setsid", "sh", "-c", SCRIPT, "sh"));
        command.add(Long.toString(limits.memory() / KILOBYTE));
        command.add(Long.toString(Math.ceilDiv(limits.fileBytes(), BLOCK)));
        command.add(Integer.toString(limits.nice()));
        command.add(program.toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).directory(place.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/local/bin:/usr/bin:/bin");
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("LD_LIBRARY_PATH", programs.toString());
        builder.environment().put("TMPDIR", place.toString());
        return builder;
    }
}
