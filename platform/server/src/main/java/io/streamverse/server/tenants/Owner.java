package io.streamverse.server.tenants;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

@Introspected
@Schema(description = "The person who answers for a tenant.")
record Owner(
        @NotNull @Email @Size(max = 254) String email,
        @NotNull @Size(min = 1, max = 120) String name) {}
