package io.streamverse.server.media;

import io.micronaut.core.annotation.Introspected;
import io.streamverse.kernel.http.Metadata;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Introspected
@Schema(name = "UpdateAsset", description = "What may be changed of an asset.")
record AssetPatch(
        @NotNull @Size(min = 1, max = 200) String name,
        @Nullable @Size(min = 1, max = 255) String externalId,
        @Metadata Map<String, String> metadata,

        @Schema(description = "Whether the file as it came is kept once everything is made of it.") @NotNull
        Boolean keepOriginal) {

    AssetPatch {
        metadata = Objects.requireNonNullElse(metadata, Map.of());
    }

    static AssetPatch of(Asset asset) {
        return new AssetPatch(asset.name(), asset.externalId(), asset.metadata(), asset.keepOriginal());
    }
}
