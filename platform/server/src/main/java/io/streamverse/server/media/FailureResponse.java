package io.streamverse.server.media;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "AssetFailure", description = "Why an asset cannot be played.")
record FailureResponse(
        @Schema(description = "Stable code for programs.", example = "media.source.not-a-video")
        String code,

        @Schema(description = "For a person.") String detail) {

    static @Nullable FailureResponse of(Asset asset) {
        return asset.failureCode() == null || asset.failureDetail() == null
                ? null
                : new FailureResponse(asset.failureCode(), asset.failureDetail());
    }
}
