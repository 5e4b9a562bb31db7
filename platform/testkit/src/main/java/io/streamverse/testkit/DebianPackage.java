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
    /// Waits for whoever installs something else.
    private static final List<String> APT =
            List.of("apt-get", "install", "-y", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=300");

    private DebianPackage() {}

    /// Whether the file is there; its packages are installed first where it is not and that is allowed.
    public static boolean provides(Path file, String... packages) {
        if (!Files.exists(file) && Files.exists(Path.of("/etc/debian_version"))) {
            install(List.of(packages));
        }
        return Files.exists(file);
    }

    private static void install(List<String> packages) {
        var command = Stream.concat(APT.stream(), packages.stream()).toList();
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
