package io.streamverse.server.media;

import io.micronaut.core.annotation.Introspected;
import io.streamverse.kernel.http.Metadata;
import io.streamverse.kernel.problem.FieldError;
import io.streamverse.kernel.problem.Rejected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
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

        @Nullable @Valid Source source) {
    private static final String UNNAMED = "Untitled";

    @Introspected
    @Schema(name = "AssetSource", description = "Where the file is pulled from.")
    record Source(
            @Schema(
                    description = "`https` or `http`, reachable from the public internet.",
                    example = "https://cdn.example.com/film.mp4")
            @NotNull
            @Size(max = 2000)
            @Pattern(regexp = "(?i)https?://[!-~]+", message = "an address is http:// or https://, in ASCII")
            String url,

            @Schema(description = "The most that is taken; as much is reserved until the size is known.")
            @Nullable
            @Min(1)
            Long maxBytes) {
        /// Where it leads is looked at by who goes there.
        URI address() {
            try {
                var address = new URI(url);
                if (address.getHost() != null && address.getRawUserInfo() == null) {
                    return address;
                }
            } catch (URISyntaxException e) {
                // Told below.
            }
            throw new Rejected(
                    "media.source.invalid-url",
                    "The source is no address of a file",
                    List.of(new FieldError("/source/url", "is not https://host/path, without a user")));
        }
    }

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
