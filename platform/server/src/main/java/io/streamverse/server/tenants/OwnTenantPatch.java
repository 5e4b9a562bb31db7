package io.streamverse.server.tenants;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

@Introspected
@Schema(name = "UpdateOwnTenant", description = "What a tenant may change of itself.")
record OwnTenantPatch(
        @NotNull @Size(min = 1, max = 120) String name,
        @NotNull @Valid Owner owner) {

    static OwnTenantPatch of(TenantPatch whole) {
        return new OwnTenantPatch(whole.name(), whole.owner());
    }

    TenantPatch in(TenantPatch whole) {
        return new TenantPatch(name, whole.plan(), owner, whole.externalId(), whole.metadata());
    }
}
