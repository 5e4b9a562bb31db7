package io.streamverse.server.media;

import io.micronaut.core.annotation.Introspected;
import io.streamverse.kernel.problem.FieldError;
import io.streamverse.kernel.problem.Rejected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Introspected
@Schema(name = "AssetSource", description = "Where the file is pulled from.")
record SourceRequest(
        @Schema(
                description = "`https` or `http`, reachable from the public internet.",
                example = "https://cdn.example.com/film.mp4")
        @NotNull
        @Size(max = 2000)
        @Pattern(regexp = "[Hh][Tt][Tt][Pp][Ss]?://[!-~]+", message = "an address is http:// or https://, in ASCII")
        String url,

        @Schema(description = "The most that is taken; as much is reserved until the size is known.") @Nullable @Min(1)
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
