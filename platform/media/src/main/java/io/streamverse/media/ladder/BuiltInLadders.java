package io.streamverse.media.ladder;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The ladders that everybody has, one per codec and named after it. They are data: `ladders.txt`.
public final class BuiltInLadders {
    private static final Map<String, Ladder> LADDERS = read();

    private BuiltInLadders() {}

    public static List<String> names() {
        return List.copyOf(LADDERS.keySet());
    }

    public static Optional<Ladder> find(String name) {
        return Optional.ofNullable(LADDERS.get(name));
    }

    public static Ladder of(Codec codec) {
        return requireNonNull(LADDERS.get(codec.label()), "No ladder for " + codec);
    }

    private static Map<String, Ladder> read() {
        var pictures = new LinkedHashMap<String, List<VideoRung>>();
        for (var codec : Codec.values()) {
            pictures.put(codec.label(), new ArrayList<>());
        }
        var sounds = new ArrayList<AudioRung>();
        for (var row : rows()) {
            if (row[0].equals("audio")) {
                sounds.add(new AudioRung(row[1], number(row[2]), number(row[3])));
            } else {
                requireNonNull(pictures.get(row[0]), row[0]).add(rung(row));
            }
        }
        var ladders = new LinkedHashMap<String, Ladder>();
        pictures.forEach((codec, rungs) -> ladders.put(codec, new Ladder(List.copyOf(rungs), List.copyOf(sounds))));
        return ladders;
    }

    private static VideoRung rung(String[] row) {
        var codec = Arrays.stream(Codec.values())
                .filter(it -> it.label().equals(row[0]))
                .findAny()
                .orElseThrow();
        return new VideoRung(row[1], codec, number(row[2]), number(row[3]), number(row[4]), number(row[5]));
    }

    private static int number(String cell) {
        return Integer.parseInt(cell);
    }

    private static List<String[]> rows() {
        try (var file = requireNonNull(BuiltInLadders.class.getResourceAsStream("ladders.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.strip().split(" +"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
