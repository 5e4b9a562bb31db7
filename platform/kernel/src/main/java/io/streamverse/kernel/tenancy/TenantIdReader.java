package io.streamverse.kernel.tenancy;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.TypeConverter;
import jakarta.inject.Singleton;
import java.util.Optional;

/// For rows that are read into something other than an entity.
@Singleton
class TenantIdReader implements TypeConverter<String, TenantId> {
    @Override
    public Optional<TenantId> convert(String value, Class<TenantId> type, ConversionContext context) {
        return TenantId.find(value);
    }
}
