package io.streamverse.server.providers;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;

/// Who answers a system's challenges; what is signed with lies elsewhere, sealed.
@Introspected
@Schema(name = "DrmProvider", description = "Who issues licences of a system. Its secret is never shown again.")
public record Provider(
        KeySystem system,
        ProviderProtocol protocol,
        URI url,

        @Schema(description = "The id of the communication key, or the signer.")
        String account) {}
