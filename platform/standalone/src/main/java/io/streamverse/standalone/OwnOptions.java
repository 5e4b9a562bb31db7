package io.streamverse.standalone;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A jar cannot carry options for its JVM, so `java -jar` replaces itself, in the same process, by `java` with our
/// options in front of its own: a heap of a known size, what a rehearsal has learnt, and no warnings about what Kafka
/// does inside the JDK.
final class OwnOptions {
    private static final String SET = "streamverse.options";
    private static final Path COMMAND = Path.of("/proc/self/cmdline");
    private static final int FEW_PROCESSORS = 4;
    /// What of a rehearsal does not fit is made anew, and no newcomer need hear of it.
    private static final String QUIETLY = "-Xlog:aot*=off";

    private OwnOptions() {}

    /// Comes back where the options are set already, or cannot be set on this system.
    static void ensure() {
        if (System.getProperty(SET) != null || !Files.isReadable(COMMAND)) {
            return;
        }
        try {
            var command = Files.readString(COMMAND, StandardCharsets.ISO_8859_1);
            execute(Rehearsal.JAVA, command(Rehearsal.JAVA, command, Rehearsal.cache()));
        } catch (IOException e) {
            throw new IllegalStateException("The own command line cannot be read", e);
        }
    }

    /// A person's own options stand behind ours and win.
    static List<String> command(String java, String own, Optional<Path> cache) {
        var given = Arrays.asList(own.split("\0", -1));
        var command = new ArrayList<String>();
        command.add(java);
        command.addAll(List.of(
                "-D" + SET + "=own",
                "-Xmx512m",
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        if (Runtime.getRuntime().availableProcessors() < FEW_PROCESSORS
                && given.stream().noneMatch(it -> it.matches("-XX:\\+Use.*GC"))) {
            command.add("-XX:+UseSerialGC");
        }
        if (given.stream().noneMatch(it -> it.startsWith("-XX:AOT"))) {
            cache.ifPresent(it -> command.addAll(List.of("-XX:AOTCache=" + it, QUIETLY)));
        }
        command.addAll(given.subList(1, given.size() - 1));
        return command;
    }

    @SuppressWarnings("restricted")
    private static void execute(String program, List<String> command) {
        var linker = Linker.nativeLinker();
        var execv = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("execv"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS));
        try (var arena = Arena.ofConfined()) {
            var words = arena.allocate(ValueLayout.ADDRESS, command.size() + 1L);
            for (int i = 0; i < command.size(); i++) {
                words.setAtIndex(ValueLayout.ADDRESS, i, text(arena, command.get(i)));
            }
            var _ = (int) execv.invokeExact(text(arena, program), words);
        } catch (Throwable e) {
            throw new IllegalStateException("The own options cannot be set", e);
        }
    }

    /// Byte for byte what was read, whatever its encoding.
    private static MemorySegment text(Arena arena, String text) {
        return arena.allocateFrom(text, StandardCharsets.ISO_8859_1);
    }
}
