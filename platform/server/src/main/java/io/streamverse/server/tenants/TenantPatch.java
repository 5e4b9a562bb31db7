package io.streamverse.server.tenants;

import io.micronaut.core.annotation.Introspected;
import io.streamverse.kernel.http.Metadata;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
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
        @Metadata Map<String, String> metadata,

        @Schema(description = ORIGINS, example = "[\"https://www.aurora.example\"]") @Size(max = 20)
        List<@Pattern(regexp = ORIGIN, message = "a scheme and a host, as https://www.aurora.example") String>
                allowedOrigins) {
    static final String ORIGINS =
            "Where pages of yours are, other than your hosts here: browsers may upload from there.";
    static final String ORIGIN = "https?://[a-z0-9.-]{1,253}(:[0-9]{1,5})?";

    TenantPatch {
        metadata = Objects.requireNonNullElse(metadata, Map.of());
        allowedOrigins = Objects.requireNonNullElse(allowedOrigins, List.of());
    }

    static TenantPatch of(Tenant tenant) {
        return new TenantPatch(
                tenant.name(),
                tenant.plan(),
                new Owner(tenant.ownerEmail(), tenant.ownerName()),
                tenant.externalId(),
                tenant.metadata(),
                tenant.allowedOrigins());
    }
}
