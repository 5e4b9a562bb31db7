package io.streamverse.server.drm;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import io.streamverse.server.providers.Provider;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@MappedEntity("drm_settings")
record SettingsRow(
        @Id int id,
        int version,
        @TypeDef(type = DataType.JSON) DrmSettings settings,
        @TypeDef(type = DataType.JSON) List<Provider> providers,
        @Nullable String fairplayCertificate,
        @Nullable Integer tenantKey,
        @Nullable String secrets,
        Instant changedAt) {
    static final int ONLY = 1;
}
