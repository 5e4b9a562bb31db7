package io.streamverse.server.drm;

import io.micronaut.core.annotation.Introspected;
import io.streamverse.server.providers.KeySystem;
import io.streamverse.server.providers.Provider;
import io.streamverse.server.providers.ProviderProtocol;
import io.streamverse.server.providers.ProviderSecret;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Introspected
@Schema(name = "PutDrmProvider", description = "Who issues licences of a system, and what requests are signed with.")
record ProviderRequest(
        @Schema(description = "`widevine` is Google's own service, for Widevine alone.") @NotNull
        ProviderProtocol protocol,

        @Schema(description = "Where challenges are sent; https.") @NotNull
        URI url,

        @Schema(description = "The id of the communication key, or the signer.") @NotNull @Size(min = 1, max = 100)
        String account,

        @Schema(description = "32 bytes in hex: the communication key, or the AES key that requests are signed with.")
        @NotNull
        @Pattern(regexp = "[0-9a-fA-F]{64}", message = "32 bytes in hex")
        String secret,

        @Schema(description = "16 bytes in hex: the vector of that AES key; for `widevine`.")
        @Nullable
        @Pattern(regexp = "[0-9a-fA-F]{32}", message = "16 bytes in hex")
        String iv) {

    Provider provider(KeySystem system) {
        return new Provider(system, protocol, url, account);
    }

    ProviderSecret sealable() {
        return new ProviderSecret(secret, Objects.requireNonNullElse(iv, ""));
    }

    @Override
    public String toString() {
        return "ProviderRequest for " + url;
    }
}
