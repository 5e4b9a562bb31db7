package io.streamverse.server.tenants;

import io.micronaut.core.annotation.Introspected;
import io.streamverse.kernel.http.Metadata;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Introspected
@Schema(name = "UpdateTenant", description = "What the operator may change of a tenant.")
record TenantPatch(
        @NotNull @Size(min = 1, max = 120) String name,
        @NotNull @Size(min = 1, max = 40) String plan,
        @NotNull @Valid Owner owner,
        @Nullable @Size(min = 1, max = 255) String externalId,
        @Metadata Map<String, String> metadata) {

    TenantPatch {
        metadata = Objects.requireNonNullElse(metadata, Map.of());
    }

    static TenantPatch of(Tenant tenant) {
        return new TenantPatch(
                tenant.name(),
                tenant.plan(),
                new Owner(tenant.ownerEmail(), tenant.ownerName()),
                tenant.externalId(),
                tenant.metadata());
    }
}
