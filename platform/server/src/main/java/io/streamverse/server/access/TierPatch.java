package io.streamverse.server.access;

import io.micronaut.core.annotation.Introspected;
import io.streamverse.kernel.http.Metadata;
import io.streamverse.kernel.http.PlainText;
import io.streamverse.kernel.problem.FieldError;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Introspected
@Schema(name = "UpdateTier", description = "What may be changed of a tier.")
record TierPatch(
        @Schema(description = RANK) @Min(1) @Max(MAX_RANK) int rank,

        @Schema(description = HEIGHT) @Nullable @Min(MIN_HEIGHT) @Max(MAX_HEIGHT)
        Integer maximumHeight,

        @Schema(description = STREAMS) @Min(1) @Max(MAX_STREAMS)
        int streams,

        @Schema(description = DOWNLOADS) @Min(0) @Max(MAX_DOWNLOADS)
        int downloads,

        @Schema(description = TEXTS) Map<String, TierText> texts,
        @Metadata Map<String, String> metadata) {
    static final String RANK = "Who has a tier may watch what asks for one of this rank, or of a lower one.";
    static final String HEIGHT = "Of the picture, in lines; none: whatever there is.";
    static final String STREAMS = "How many may be watched at once.";
    static final String DOWNLOADS = "How many titles may be kept on devices; 0: none.";
    static final String TEXTS = "By language, as BCP 47: `en`, `pt-BR`.";
    static final int MAX_RANK = 1_000;
    static final int MIN_HEIGHT = 144;
    static final int MAX_HEIGHT = 4_320;
    static final int MAX_STREAMS = 100;
    static final int MAX_DOWNLOADS = 1_000;
    private static final int MAX_LANGUAGES = 50;

    TierPatch {
        texts = Objects.requireNonNullElse(texts, Map.of());
        metadata = Objects.requireNonNullElse(metadata, Map.of());
    }

    static TierPatch of(TierRow tier) {
        return new TierPatch(
                tier.rank(), tier.maximumHeight(), tier.streams(), tier.downloads(), tier.texts(), tier.metadata());
    }

    List<FieldError> faults() {
        var faults = new ArrayList<FieldError>();
        if (texts.size() > MAX_LANGUAGES) {
            faults.add(new FieldError("/texts", "has at most %d languages".formatted(MAX_LANGUAGES)));
        }
        texts.forEach((language, text) -> {
            var at = "/texts/" + language.replace("~", "~0").replace("/", "~1");
            if (!PlainText.isLanguage(language)) {
                faults.add(new FieldError(at, "is a language as BCP 47 writes it, such as pt-BR"));
            }
            if (text == null || text.name() == null || !isName(text.name())) {
                faults.add(new FieldError(
                        at + "/name", "is one line of up to %d characters".formatted(TierText.MAX_NAME)));
            }
        });
        return faults;
    }

    private static boolean isName(String name) {
        return PlainText.isLine(name) && name.length() <= TierText.MAX_NAME;
    }
}
