package io.streamverse.server.drm;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

@Introspected
@Schema(name = "CpixRecipient", description = "Who may read keys in a CPIX document: the holder of a private key.")
public record CpixRecipient(
        @Schema(example = "packager-1")
        @NotNull
        @Pattern(regexp = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?", message = "1 to 63 of a-z, 0-9 and -")
        String name,

        @Schema(description = "X.509, DER in base64; an RSA key of at least 2048 bits.") @NotNull @Size(max = 16_384)
        String certificate) {}
