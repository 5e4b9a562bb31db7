package io.streamverse.server.keys;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.annotation.Version;
import io.micronaut.data.model.DataType;
import io.streamverse.kernel.tenancy.Environment;
import io.streamverse.kernel.tenancy.TenantId;
import io.streamverse.kernel.tenancy.TenantSpace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@MappedEntity(value = "api_key", schema = "control")
public record ApiKey(
        @Id String id,
        TenantId tenantId,
        String environment,
        String name,
        @TypeDef(type = DataType.STRING_ARRAY) List<String> scopes,
        String hint,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable String externalId,
        @TypeDef(type = DataType.JSON) Map<String, String> metadata,
        @Version int version) {

    public TenantSpace space() {
        return new TenantSpace(tenantId, Environment.of(environment));
    }

    ApiKey with(KeyPatch patch) {
        return new ApiKey(
                id,
                tenantId,
                environment,
                patch.name(),
                patch.scopes(),
                hint,
                createdAt,
                patch.expiresAt(),
                lastUsedAt,
                patch.externalId(),
                patch.metadata(),
                version);
    }

    ApiKey hinting(String newHint) {
        return new ApiKey(
                id,
                tenantId,
                environment,
                name,
                scopes,
                newHint,
                createdAt,
                expiresAt,
                lastUsedAt,
                externalId,
                metadata,
                version);
    }
}
