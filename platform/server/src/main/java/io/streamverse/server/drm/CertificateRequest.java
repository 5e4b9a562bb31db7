package io.streamverse.server.drm;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

@Introspected
@Schema(name = "PutFairPlayCertificate", description = "Apple's certificate for your service.")
record CertificateRequest(
        @Schema(description = "DER in base64, as Apple sent it.") @NotNull @Size(max = 16_384)
        String certificate) {}
