package io.streamverse.server.tenants;

import io.micronaut.core.annotation.Introspected;
import io.streamverse.kernel.http.Metadata;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Introspected
@Schema(name = "CreateTenant", description = "A tenant to be: usable as soon as the call answers.")
record NewTenantRequest(
        @Schema(description = "Its name in addresses: `{slug}.{base domain}`. It stays as it is.", example = "aurora")
        @NotNull
        @Pattern(
                regexp = "[a-z0-9]([a-z0-9-]{1,38}[a-z0-9])",
                message = "3 to 40 of a-z, 0-9 and -, a letter or digit at both ends")
        String slug,

        @NotNull @Size(min = 1, max = 120) String name,

        @Schema(description = "Code of a plan: see `/operator/v1/plans`.", example = "starter")
        @NotNull
        @Size(min = 1, max = 40)
        String plan,

        @NotNull @Valid Owner owner,

        @Schema(description = "ISO 3166-1, two letters.", example = "FR")
        @NotNull
        @Pattern(regexp = "[A-Z]{2}", message = "two capital letters of ISO 3166-1")
        String country,

        @Schema(description = "ISO 4217, three letters.", example = "EUR")
        @NotNull
        @Pattern(regexp = "[A-Z]{3}", message = "three capital letters of ISO 4217")
        String currency,

        @Nullable @Size(min = 1, max = 255) String externalId,
        @Metadata Map<String, String> metadata) {

    NewTenantRequest {
        metadata = Objects.requireNonNullElse(metadata, Map.of());
    }

    /// The request that the tenant was reserved for.
    static NewTenantRequest of(Tenant reserved) {
        return new NewTenantRequest(
                reserved.slug(),
                reserved.name(),
                reserved.plan(),
                new Owner(reserved.ownerEmail(), reserved.ownerName()),
                reserved.country(),
                reserved.currency(),
                reserved.externalId(),
                reserved.metadata());
    }
}
