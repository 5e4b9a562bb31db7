package io.streamverse.testkit.compiler;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A class in a @NullMarked package, compiled as the build would compile it.
record Compilation(int exit, String output) {
    static final String PATH = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(it -> Files.exists(Path.of(it)))
            .collect(Collectors.joining(File.pathSeparator));

    static Compilation of(Path folder, String statement) throws Exception {
        var sign = Files.writeString(folder.resolve("package-info.java"), """
                @org.jspecify.annotations.NullMarked
                package canary;
                """);
        var source = Files.writeString(folder.resolve("Canary.java"), """
                package canary;

                import org.jspecify.annotations.Nullable;

                @jakarta.inject.Singleton
                class Canary {
                    int weigh(@Nullable String name, Box<@Nullable String> box) {
                        %s
                    }

                    interface Box<T extends @Nullable Object> {
                        T content();
                    }

                    private static int length(String due) {
                        return due.length();
                    }
                }
                """.formatted(statement));
        var javac = Path.of(System.getProperty("java.home"), "bin", "javac");
        var command = new ArrayList<>(List.of(javac.toString()));
        command.addAll(RootPom.compilerJvmArguments());
        command.addAll(RootPom.compilerArguments());
        command.addAll(List.of("-processorpath", PATH, "-classpath", PATH, "-d", folder.toString()));
        command.addAll(List.of(sign.toString(), source.toString()));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Compilation(process.waitFor(), output);
    }
}
