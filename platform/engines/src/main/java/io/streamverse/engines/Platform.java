package io.streamverse.engines;

import java.nio.file.Files;
import java.nio.file.Path;

/// The platform the binaries we bring were built for.
final class Platform {
    private static final Path LOADER = Path.of("/lib64/ld-linux-x86-64.so.2");

    private Platform() {}

    static void require() {
        check(System.getProperty("os.name"), System.getProperty("os.arch"), Files.exists(LOADER));
    }

    static void check(String system, String architecture, boolean hasGlibc) {
        if (!system.equals("Linux") || !architecture.equals("amd64") || !hasGlibc) {
            throw new EngineFailure("The embedded engines run on Linux x86_64 with glibc, and this is %s %s%s: "
                            .formatted(
                                    system, architecture, system.equals("Linux") && !hasGlibc ? " without glibc" : "")
                    + "start StreamVerse in a Debian or Ubuntu container or machine of that kind.");
        }
    }
}
