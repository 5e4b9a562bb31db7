package io.streamverse.server.browse;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Stage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchIT {
    private static final Stage STAGE = Stage.shared();
    private final Theatre theatre = new Theatre(STAGE);

    @BeforeEach
    void titles() {
        theatre.title("A river", texts("en", "A river", "About a fabulous woman."));
        theatre.title("Le Fabuleux Destin d’Amélie", texts("fr", "Le Fabuleux Destin d’Amélie", "Paris."));
        theatre.title("Über den Wolken", texts("de", "Über den Wolken", "Ein Flug."));
        theatre.title("مدينة", texts("ar", "مَدِينَة", "ليل"));
    }

    @ParameterizedTest
    @CsvSource({
        "amelie, Le Fabuleux Destin d’Amélie",
        "AMÉL, Le Fabuleux Destin d’Amélie",
        "destin fab, Le Fabuleux Destin d’Amélie",
        "uber wolk, Über den Wolken",
        "مدين, مَدِينَة",
        "river, A river"
    })
    void wordsAreFoundFromTheirBeginningWithOrWithoutMarks(String words, String name) {
        assertThat(found(words)).containsExactly(name);
    }

    @Test
    void whatIsInANameComesBeforeWhatIsInASynopsis() {
        assertThat(found("fabu")).containsExactly("Le Fabuleux Destin d’Amélie", "A river");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'; DROP TABLE title; --", "& | ! ( :*", "\\", "%", "<->", "xyz nothing"})
    void whatIsNoWordFindsNothingAndBreaksNothing(String words) {
        assertThat(found(words)).isEmpty();
    }

    @Test
    void whatIsTakenBackIsNotFound() {
        var id = theatre.title("Withdrawn");
        theatre.tenant.live().delete("/v1/titles/%s/publication".formatted(id));

        assertThat(found("withdrawn")).isEmpty();
    }

    @Test
    void aSearchHasWords() {
        assertThat(theatre.tenant.guest().get("/viewer/v1/search").status()).isBetween(400, 422);
        assertThat(theatre.tenant
                        .guest()
                        .get("/viewer/v1/search?q=" + "x".repeat(300))
                        .status())
                .isBetween(400, 422);
    }

    private List<String> found(String words) {
        var answer =
                theatre.tenant.guest().get("/viewer/v1/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return Theatre.names(answer);
    }

    private static Map<String, Object> texts(String language, String name, String synopsis) {
        return Map.of("texts", Map.of(language, Map.of("name", name, "synopsis", synopsis)));
    }
}
