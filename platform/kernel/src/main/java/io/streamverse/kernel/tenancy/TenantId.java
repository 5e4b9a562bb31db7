package io.streamverse.kernel.tenancy;

import com.fasterxml.jackson.annotation.JsonValue;
import io.streamverse.kernel.ids.Ids;

public record TenantId(@JsonValue String value) {
    public static final String PREFIX = "ten";

    public TenantId {
        Ids.require(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
