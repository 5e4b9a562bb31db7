package io.streamverse.server.tenants;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;

@Introspected
@Schema(name = "UpdateOwnTenant", description = "What a tenant may change of itself.")
record OwnTenantPatch(
        @NotNull @Size(min = 1, max = 120) String name,
        @NotNull @Valid Owner owner,

        @Schema(description = TenantPatch.ORIGINS, example = "[\"https://www.aurora.example\"]") @Size(max = 20)
        List<
                        @Pattern(
                                regexp = TenantPatch.ORIGIN,
                                message = "a scheme and a host, as https://www.aurora.example")
                        String>
                allowedOrigins) {

    OwnTenantPatch {
        allowedOrigins = Objects.requireNonNullElse(allowedOrigins, List.of());
    }

    static OwnTenantPatch of(TenantPatch whole) {
        return new OwnTenantPatch(whole.name(), whole.owner(), whole.allowedOrigins());
    }

    TenantPatch in(TenantPatch whole) {
        return new TenantPatch(name, whole.plan(), owner, whole.externalId(), whole.metadata(), allowedOrigins);
    }
}
