package io.streamverse.worker.encode;

import static java.util.Objects.requireNonNull;

import io.streamverse.media.ladder.Codec;
import io.streamverse.media.plan.Accelerator;
import io.streamverse.media.plan.VideoTrack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How one codec is encoded on one kind of device, in FFmpeg's words.
record Recipe(Codec codec, Accelerator accelerator, int bits, List<String> words) {
    private static final List<Recipe> ALL = read();

    static List<Recipe> all() {
        return ALL;
    }

    static Optional<Recipe> find(VideoTrack track, Accelerator accelerator) {
        var bits = track.hdr() ? 10 : 8;
        return ALL.stream()
                .filter(it -> it.codec == track.codec() && it.accelerator == accelerator && it.bits == bits)
                .findAny();
    }

    List<String> options(int kbps, int peakKbps, int framesPerGop) {
        return words.stream()
                .map(it -> it.replace("{kbps}", String.valueOf(kbps))
                        .replace("{peak}", String.valueOf(peakKbps))
                        .replace("{gop}", String.valueOf(framesPerGop)))
                .toList();
    }

    String pixelFormat() {
        return pixelFormat(bits > 8);
    }

    static String pixelFormat(boolean tenBits) {
        return tenBits ? "yuv420p10le" : "yuv420p";
    }

    private static List<Recipe> read() {
        try (var file = requireNonNull(Recipe.class.getResourceAsStream("encoders.txt"))) {
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.replaceAll("(?m)^#.*\\R", "").split("\\R(?=\\S)"))
                    .map(String::strip)
                    .filter(it -> !it.isEmpty())
                    .map(Recipe::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Recipe of(String paragraph) {
        var words = paragraph.split("\\s+");
        var options = new ArrayList<>(List.of("-c:v"));
        options.addAll(Arrays.asList(words).subList(3, words.length));
        return new Recipe(
                Codec.valueOf(words[0].toUpperCase(Locale.ROOT)),
                Accelerator.valueOf(words[1].toUpperCase(Locale.ROOT)),
                Integer.parseInt(words[2]),
                List.copyOf(options));
    }
}
