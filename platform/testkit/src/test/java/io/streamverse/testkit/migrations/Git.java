package io.streamverse.testkit.migrations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The history of one working tree.
record Git(Path tree) {
    private static final String MIGRATIONS = "*/src/main/resources/db/*.sql";

    boolean knows(String commit) {
        return run("cat-file", "-e", commit + "^{commit}").exit() == 0;
    }

    boolean isHere() {
        return run("rev-parse", "HEAD").exit() == 0;
    }

    /// Migrations that a later commit, or the working tree, changed or removed.
    List<String> changedMigrations(String since) {
        var range = knows(since) ? since + "..HEAD" : "HEAD";
        return Stream.concat(
                        lines("log", "--format=", "--name-only", "--no-renames", "--diff-filter=MDT", "-m", range),
                        lines("diff", "--name-only", "--no-renames", "--diff-filter=MDT", "HEAD"))
                .distinct()
                .toList();
    }

    private Stream<String> lines(String... command) {
        var arguments =
                Stream.concat(Stream.of(command), Stream.of("--", MIGRATIONS)).toArray(String[]::new);
        var outcome = run(arguments);
        if (outcome.exit() != 0) {
            throw new IllegalStateException(outcome.output());
        }
        return outcome.output().lines().filter(it -> !it.isBlank());
    }

    Outcome run(String... command) {
        var git = Stream.concat(Stream.of("git", "-c", "safe.directory=*"), Stream.of(command))
                .toList();
        try {
            var process = new ProcessBuilder(git)
                    .directory(tree.toFile())
                    .redirectErrorStream(true)
                    .start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output);
        } catch (IOException noGit) {
            return new Outcome(127, noGit.toString());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    record Outcome(int exit, String output) {}
}
