package io.streamverse.server.viewers;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

@Introspected
@Schema(name = "CreateProfile", description = "A further one of the people behind an account.")
record NewProfileRequest(
        @Schema(example = "Ada") @NotBlank @Size(max = 60) String name,

        @Schema(description = "Shows what suits children of up to 12 years, or less where `maximumAge` says so.")
        @Nullable
        Boolean kids,

        @Schema(description = "Of what is rated for older ones, or not at all, it sees nothing; not said: no limit.")
        @Nullable
        @Min(0)
        @Max(21)
        Integer maximumAge,

        @Schema(description = "The language of titles and captions, BCP 47.", example = "fr")
        @Nullable
        @Size(max = 35)
        @Pattern(regexp = ProfilePatch.LANGUAGE, message = "a language tag such as fr or pt-BR")
        String language) {
    ProfilePatch wanted() {
        return new ProfilePatch(name, kids, maximumAge, language);
    }
}
