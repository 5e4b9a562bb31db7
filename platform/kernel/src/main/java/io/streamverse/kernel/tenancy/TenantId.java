package io.streamverse.kernel.tenancy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import io.streamverse.kernel.ids.Ids;

@TypeDef(type = DataType.STRING, converter = TenantIdConverter.class)
public record TenantId(@JsonValue String value) {
    public static final String PREFIX = "ten";

    @JsonCreator
    public TenantId {
        Ids.require(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
