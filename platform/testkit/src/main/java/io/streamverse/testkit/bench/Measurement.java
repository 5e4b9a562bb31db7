package io.streamverse.testkit.bench;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// One figure with its goal, and the rounds it is the median of. `margin` is what a noisy machine is forgiven.
public record Measurement(
        String name,
        double value,
        String unit,
        String goal,
        double margin,
        boolean ok,
        Map<String, Double> medians,
        List<Map<String, Double>> rounds,
        Environment environment) {
    private static final double MARGIN = 0.1;
    private static final Path FOLDER = root().resolve("target/bench");

    public record Environment(int cores, String jdk, String system) {
        static Environment here() {
            return new Environment(
                    Runtime.getRuntime().availableProcessors(),
                    System.getProperty("java.runtime.version"),
                    System.getProperty("os.name") + " " + System.getProperty("os.version"));
        }
    }

    public static Measurement atLeast(String name, double value, String unit, double goal, Rounds rounds) {
        return of(name, value, unit, ">= " + goal, value >= goal * (1 - MARGIN), rounds);
    }

    /// A figure that is told and demands nothing.
    public static Measurement seen(String name, double value, String unit, Rounds rounds) {
        return of(name, value, unit, "none", true, rounds);
    }

    public static Measurement atMost(String name, double value, String unit, double goal, Rounds rounds) {
        return of(name, value, unit, "<= " + goal, value <= goal * (1 + MARGIN), rounds);
    }

    private static Measurement of(String name, double value, String unit, String goal, boolean ok, Rounds rounds) {
        return new Measurement(name, value, unit, goal, MARGIN, ok, rounds.medians(), rounds.all(), Environment.here());
    }

    /// Prints and writes them all before the first missed goal fails.
    public static void report(Measurement... measurements) {
        measurements[0].medians.forEach(
                (what, median) -> System.out.printf(Locale.ROOT, "  %-26s %10.2f%n", what, median));
        for (var it : measurements) {
            System.out.println(it);
            it.write();
        }
        var missed = Stream.of(measurements).filter(it -> !it.ok).toList();
        if (!missed.isEmpty()) {
            throw new AssertionError(missed.toString());
        }
    }

    @Override
    public String toString() {
        var word = ok ? "ok" : "MISSED";
        return String.format(Locale.ROOT, "%-28s %10.2f %-5s goal %-9s %s", name, value, unit, goal, word);
    }

    private static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("Makefile"))) {
            folder = requireNonNull(folder.getParent(), "No Makefile in any folder above");
        }
        return folder;
    }

    private void write() {
        try {
            Files.createDirectories(FOLDER);
            new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValue(FOLDER.resolve(name + ".json").toFile(), this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
