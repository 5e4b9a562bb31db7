package io.streamverse.server.branding;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Schema(name = "Branding", description = "How a tenant's service looks.")
record BrandResponse(
        String name,

        @Schema(description = "`#rrggbb`", example = "#3d5afe")
        String primaryColor,

        @Schema(description = "`#rrggbb`", example = "#0b0d12")
        String backgroundColor,

        Appearance appearance,
        Typeface typeface,
        Corners corners,
        @Schema(description = BrandPatch.LANGUAGES) List<String> languages,
        @Schema(description = BrandPatch.TEXTS) Map<String, BrandText> texts,

        @Schema(description = "On the service's host.") @Nullable
        String logoUrl,

        @Schema(description = "On the service's host.") @Nullable
        String iconUrl,

        Theme theme) {

    static BrandResponse of(Brand brand) {
        return new BrandResponse(
                brand.name(),
                brand.primaryColor(),
                brand.backgroundColor(),
                brand.appearance(),
                brand.typeface(),
                brand.corners(),
                brand.languages(),
                brand.texts(),
                path(brand.logo()),
                path(brand.icon()),
                brand.theme());
    }

    private static @Nullable String path(@Nullable BrandPicture picture) {
        return picture == null ? null : picture.path();
    }
}
