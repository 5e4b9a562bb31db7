package io.streamverse.server.keys;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import io.streamverse.kernel.tenancy.Environment;
import io.streamverse.kernel.tenancy.TenantId;
import io.streamverse.kernel.tenancy.TenantSpace;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What authenticating needs of a key.
@Introspected
record KnownKey(
        String id,
        TenantId tenantId,
        String environment,
        @TypeDef(type = DataType.STRING_ARRAY) List<String> scopes,
        @Nullable Instant endsAt) {
    TenantSpace space() {
        return new TenantSpace(tenantId, Environment.of(environment));
    }

    boolean over(Instant now) {
        return endsAt != null && !now.isBefore(endsAt);
    }
}
