package io.streamverse.server.media;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Schema(name = "Caption", description = "Captions of an asset in one language.")
record CaptionResponse(
        String id,

        @Schema(description = "BCP 47.", example = "pt-BR") String language,

        CaptionKind kind,

        @Schema(description = "What viewers choose it by, where the language's name does not do.") @Nullable
        String label,

        @Schema(description = "How many lines are shown.") int cues,

        @Schema(description = "They came inside the asset's file; else somebody gave them.")
        boolean fromFile,

        Instant createdAt) {
    static CaptionResponse of(Caption it) {
        return new CaptionResponse(
                it.id(), it.language(), it.kind(), it.label(), it.cues(), it.fromFile(), it.createdAt());
    }
}
