package io.streamverse.server.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/// Who may watch: everybody who is signed in, or those whose tier is at least this one.
@Introspected
@Schema(
        description =
                "Who may watch: everybody who is signed in, or those whose tier ranks at least as high as this one.")
public record TitleAccess(
        @NotNull Kind kind,

        @Schema(description = "The name of a tier; with kind `tier` only.", example = "premium") @Nullable
        String tier) {
    static final TitleAccess FREE = new TitleAccess(Kind.FREE, null);

    @Schema(name = "TitleAccessKind")
    public enum Kind {
        @JsonProperty("free")
        FREE,
        @JsonProperty("tier")
        TIER
    }

    /// Who makes free what a tier was wanted for need not take the tier away as well.
    TitleAccess after(TitleAccess before) {
        return kind == Kind.FREE
                        && before.kind() == Kind.TIER
                        && before.tier() != null
                        && before.tier().equals(tier)
                ? FREE
                : this;
    }
}
