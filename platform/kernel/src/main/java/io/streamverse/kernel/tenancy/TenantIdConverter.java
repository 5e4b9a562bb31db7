package io.streamverse.kernel.tenancy;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

@Singleton
class TenantIdConverter implements AttributeConverter<TenantId, String> {
    @Override
    public @Nullable String convertToPersistedValue(@Nullable TenantId id, ConversionContext context) {
        return id == null ? null : id.value();
    }

    @Override
    public @Nullable TenantId convertToEntityValue(@Nullable String value, ConversionContext context) {
        return value == null ? null : new TenantId(value);
    }
}
