package io.streamverse.server.media;

import io.micronaut.core.annotation.Introspected;
import io.streamverse.kernel.http.Metadata;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Introspected
@Schema(name = "CreateAsset", description = "An asset that pulls its file from an address, or waits for an upload.")
record NewAssetRequest(
        @Nullable @Size(min = 1, max = 200) String name,
        @Nullable @Size(min = 1, max = 255) String externalId,
        @Metadata Map<String, String> metadata,

        @Schema(
                description =
                        "Whether the file as it came is kept once everything is made of it; it is, unless you say no.")
        @Nullable
        Boolean keepOriginal,

        @Nullable @Valid SourceRequest source,
        @Nullable @Valid EncodeRequest encode) {
    private static final String UNNAMED = "Untitled";

    NewAssetRequest {
        metadata = Objects.requireNonNullElse(metadata, Map.of());
    }

    NewAsset toAsset() {
        return new NewAsset(
                Objects.requireNonNullElse(name, UNNAMED),
                externalId,
                metadata,
                Objects.requireNonNullElse(keepOriginal, true));
    }
}
