package io.streamverse.standalone.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamverse.sdk.model.AgeRating;
import io.streamverse.sdk.model.CreateTitle;
import io.streamverse.sdk.model.TitleAccess;
import io.streamverse.sdk.model.TitleAccessKind;
import io.streamverse.sdk.model.TitleKind;
import io.streamverse.sdk.model.TitleText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A film that is made rather than shot: `picture` is a graph of FFmpeg's filters, `chord` what is heard, in hertz.
record Film(
        String id,
        Map<String, Words> texts,
        int seconds,
        int height,
        @Nullable Integer age,
        @Nullable String label,
        @Nullable String tier,
        boolean encrypted,
        boolean captions,
        List<Double> chord,
        String picture) {

    record Words(String name, String synopsis) {}

    static List<Film> all() {
        try (var films = Film.class.getResourceAsStream("/demo/films.json")) {
            return List.of(new ObjectMapper().readValue(films, Film[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return english().name();
    }

    private Words english() {
        return Objects.requireNonNull(texts.get("en"));
    }

    String externalId() {
        return "demo-" + id;
    }

    CreateTitle title(String assetId) {
        var written = new HashMap<String, TitleText>();
        texts.forEach((language, words) ->
                written.put(language, new TitleText().name(words.name()).synopsis(words.synopsis())));
        var title = new CreateTitle()
                .kind(TitleKind.MOVIE)
                .externalId(externalId())
                .assetId(assetId)
                .texts(written);
        if (tier != null) {
            title.access(new TitleAccess().kind(TitleAccessKind.TIER).tier(tier));
        }
        if (age != null) {
            title.ageRating(new AgeRating().minimumAge(age).label(label));
        }
        return title;
    }

    /// What is read while it is seen: a line for every five seconds of it.
    String webVtt(String language) {
        var vtt = new StringBuilder("WEBVTT\n");
        var lines = texts.getOrDefault(language, english()).synopsis().split("(?<=[.;:!?]) ");
        for (int i = 0; i * 5 + 5 <= seconds; i++) {
            vtt.append("%n%s --> %s%n%s%n".formatted(time(i * 5), time(i * 5 + 4), lines[i % lines.length]));
        }
        return vtt.toString();
    }

    private static String time(int seconds) {
        return "00:00:%02d.000".formatted(seconds);
    }
}
