package io.streamverse.server.branding;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

@Schema(
        name = "BrandPictureKind",
        description = "`logo` stands for the name and is wide; `icon` stands in a browser's tab and is square.")
enum PictureKind {
    @JsonProperty("logo")
    LOGO,
    @JsonProperty("icon")
    ICON
}
