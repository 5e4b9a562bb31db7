package io.streamverse.server.branding;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

@Introspected
@Schema(name = "UpdateBranding", description = "What may be changed of a brand.")
record BrandPatch(
        @NotNull @Size(min = 1, max = 80) String name,

        @NotNull @Pattern(regexp = COLOR, message = "a colour is written #rrggbb")
        String primaryColor,

        @NotNull @Pattern(regexp = COLOR, message = "a colour is written #rrggbb")
        String backgroundColor) {
    private static final String COLOR = "#[0-9a-f]{6}";

    static BrandPatch of(Brand brand) {
        return new BrandPatch(brand.name(), brand.primaryColor(), brand.backgroundColor());
    }
}
