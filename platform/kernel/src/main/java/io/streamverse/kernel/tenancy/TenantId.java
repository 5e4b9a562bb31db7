package io.streamverse.kernel.tenancy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import io.streamverse.kernel.ids.Ids;
import java.util.Optional;

@TypeDef(type = DataType.STRING, converter = TenantIdConverter.class)
public record TenantId(@JsonValue String value) {
    public static final String PREFIX = "ten";

    @JsonCreator
    public TenantId {
        Ids.require(PREFIX, value);
    }

    /// For what callers send: something that is no id is simply not there.
    public static Optional<TenantId> find(String value) {
        return Ids.isValid(PREFIX, value) ? Optional.of(new TenantId(value)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
