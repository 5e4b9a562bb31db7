package io.streamverse.server.media;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

@Schema(name = "AssetRendition", description = "One form in which an asset is played.")
record RenditionResponse(
        @Schema(example = "v-h264-720") String id,

        @Schema(example = "h264") String codec,

        @Schema(description = "How it is charged: `audio`, `sd`, `hd`, `fhd` or `uhd`.")
        String resolution,

        long bytes) {
    static List<RenditionResponse> of(Bundle bundle) {
        return bundle.renditions().stream()
                .map(it -> new RenditionResponse(it.id(), it.codec(), it.resolution(), it.bytes()))
                .toList();
    }
}
