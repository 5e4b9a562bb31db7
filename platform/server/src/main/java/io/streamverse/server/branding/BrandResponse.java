package io.streamverse.server.branding;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(name = "Branding", description = "How a tenant's service looks.")
record BrandResponse(
        String name,

        @Schema(description = "`#rrggbb`", example = "#3d5afe")
        String primaryColor,

        @Schema(description = "`#rrggbb`", example = "#0b0d12")
        String backgroundColor) {

    static BrandResponse of(Brand brand) {
        return new BrandResponse(brand.name(), brand.primaryColor(), brand.backgroundColor());
    }
}
