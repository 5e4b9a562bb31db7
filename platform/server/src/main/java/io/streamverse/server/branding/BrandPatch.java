package io.streamverse.server.branding;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;

@Introspected
@Schema(name = "UpdateBranding", description = "What may be changed of a brand.")
record BrandPatch(
        @NotNull @Size(min = 1, max = 80) String name,

        @NotNull @Pattern(regexp = COLOR, message = "a colour is written #rrggbb")
        String primaryColor,

        @NotNull @Pattern(regexp = COLOR, message = "a colour is written #rrggbb")
        String backgroundColor,

        @NotNull Appearance appearance,
        @NotNull Typeface typeface,
        @NotNull Corners corners,

        @Schema(description = LANGUAGES) @NotNull @Size(min = 1, max = 20)
        List<@NotNull @Pattern(regexp = LANGUAGE, message = "a language is written as BCP 47, such as pt-BR") String>
                languages,

        @Schema(description = TEXTS) @Size(max = 20)
        Map<
                        @Pattern(regexp = LANGUAGE, message = "a language is written as BCP 47, such as pt-BR") String,
                        @NotNull @Valid BrandText>
                texts) {
    static final String LANGUAGES =
            "Those the service speaks, as BCP 47; the first of them to whoever asks for none of them.";
    static final String TEXTS = "By language, as BCP 47: `en`, `pt-BR`.";
    private static final String COLOR = "#[0-9a-f]{6}";
    static final String LANGUAGE = "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}";

    BrandPatch {
        texts = Objects.requireNonNullElse(texts, Map.of());
    }

    static BrandPatch of(Brand brand) {
        return new BrandPatch(
                brand.name(),
                brand.primaryColor(),
                brand.backgroundColor(),
                brand.appearance(),
                brand.typeface(),
                brand.corners(),
                brand.languages(),
                brand.texts());
    }
}
