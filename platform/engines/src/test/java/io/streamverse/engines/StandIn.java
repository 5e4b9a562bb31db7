package io.streamverse.engines;

import java.nio.file.Path;
import java.util.Objects;

/// A JVM in the standalone's place: starts the engines, leaves a keepsake when given a word, and stops with its input.
final class StandIn {
    private StandIn() {}

    static void main(String[] arguments) throws Exception {
        var out = System.out;
        try (var engines = Engines.start(Path.of(arguments[0]), out::println)) {
            if (arguments.length > 1) {
                Keepsake.leave(
                        arguments[1],
                        engines.postgres(),
                        engines.kafka(),
                        engines.redis().uri());
            }
            out.printf(
                    "serving %d %d%n", engines.postgres().pid(), engines.redis().pid());
            System.in.transferTo(out);
        } catch (EngineFailure failure) {
            out.println("failed " + Objects.requireNonNull(failure.getMessage()));
        }
    }
}
