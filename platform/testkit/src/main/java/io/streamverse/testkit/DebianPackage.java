package io.streamverse.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Programs that come from Debian alone.
public final class DebianPackage {
    private DebianPackage() {}

    /// Whether the program is there; its packages are installed first where it is not and that is allowed.
    public static boolean provides(Path program, String... packages) {
        if (!Files.isExecutable(program) && Files.exists(Path.of("/etc/debian_version"))) {
            install(List.of(packages));
        }
        return Files.isExecutable(program);
    }

    private static void install(List<String> packages) {
        var command = Stream.concat(Stream.of("apt-get", "install", "-y", "--no-install-recommends"), packages.stream())
                .toList();
        var install =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        install.environment().putAll(Map.of("DEBIAN_FRONTEND", "noninteractive", "SYSTEMD_OFFLINE", "1"));
        try {
            install.start().onExit().join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
