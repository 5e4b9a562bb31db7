package io.streamverse.engines;

import java.io.IOException;
import java.nio.file.Path;

/// A JVM in the standalone's place: starts the engines, names their processes, and stops when its input ends.
final class StandIn {
    private StandIn() {}

    static void main(String[] arguments) throws IOException {
        var out = System.out;
        try (var engines = Engines.start(Path.of(arguments[0]), out::println)) {
            out.printf(
                    "serving %d %d%n", engines.postgres().pid(), engines.redis().pid());
            System.in.transferTo(out);
        } catch (EngineFailure failure) {
            out.println("failed " + failure.getMessage());
        }
    }
}
