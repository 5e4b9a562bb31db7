package io.streamverse.server.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

@Introspected
@Schema(name = "Artwork", description = "A picture of a title, at an address of yours.")
public record Artwork(
        @NotNull Kind kind,

        @Schema(description = "Begins with https://.", example = "https://images.example.com/metropolis.jpg")
        @NotNull
        @Size(max = MAX_URL)
        String url,

        @Schema(description = "Where there is writing in it: whose it is, as BCP 47.", example = "de") @Nullable
        String language) {
    static final int MAX_URL = 2_048;

    @Schema(
            name = "ArtworkKind",
            description = "`poster` is upright, `thumbnail` wide, `hero` wide and without writing.")
    public enum Kind {
        @JsonProperty("poster")
        POSTER,
        @JsonProperty("thumbnail")
        THUMBNAIL,
        @JsonProperty("hero")
        HERO,
        @JsonProperty("logo")
        LOGO
    }
}
