package io.streamverse.server.tenants;

import io.streamverse.kernel.tenancy.Environment;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Schema(name = "Tenant", description = "Who runs a service here.")
record TenantResponse(
        String id,
        String slug,
        String name,

        @Schema(description = "`active` or `suspended`; a suspension says at which level.")
        TenantState state,

        String plan,
        Owner owner,
        String country,
        String currency,

        @Schema(description = "Host names as a client sends them, the live one first.")
        List<String> hosts,

        @Nullable Suspension suspension,
        @Nullable Closure closure,

        @Schema(description = "The first key of each environment: only in the answer that makes the tenant.") @Nullable
        TenantApiKeys apiKeys,

        @Nullable String externalId,
        Map<String, String> metadata,

        @Schema(description = "Where pages are that may upload, other than the hosts.")
        List<String> allowedOrigins,

        @Schema(description = "The database that its schemas are in: told to the operator only.") @Nullable
        String database,

        Instant createdAt) {

    static TenantResponse of(Tenant tenant, TenantsConfig config) {
        return of(tenant, config, null);
    }

    static TenantResponse of(CreatedTenant made, TenantsConfig config) {
        return of(made.tenant(), config, new TenantApiKeys(made.liveKey(), made.testKey()));
    }

    private static TenantResponse of(Tenant tenant, TenantsConfig config, @Nullable TenantApiKeys keys) {
        return new TenantResponse(
                tenant.id().value(),
                tenant.slug(),
                tenant.name(),
                tenant.suspension() == null ? TenantState.ACTIVE : TenantState.SUSPENDED,
                tenant.plan(),
                new Owner(tenant.ownerEmail(), tenant.ownerName()),
                tenant.country(),
                tenant.currency(),
                List.of(config.host(tenant.slug(), Environment.LIVE), config.host(tenant.slug(), Environment.TEST)),
                tenant.suspension(),
                tenant.closure(),
                keys,
                tenant.externalId(),
                tenant.metadata(),
                tenant.allowedOrigins(),
                null,
                tenant.createdAt());
    }

    TenantResponse in(String database) {
        return new TenantResponse(
                id,
                slug,
                name,
                state,
                plan,
                owner,
                country,
                currency,
                hosts,
                suspension,
                closure,
                apiKeys,
                externalId,
                metadata,
                allowedOrigins,
                database,
                createdAt);
    }
}
