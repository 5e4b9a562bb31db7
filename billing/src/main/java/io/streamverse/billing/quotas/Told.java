package io.streamverse.billing.quotas;

import io.micronaut.data.annotation.MappedEntity;

/// What the server was told of a meter last.
@MappedEntity(value = "quota_told", schema = "billing")
record Told(String space, String meter, String allowance, String count) {
    static Told nothing(String space, String meter) {
        return new Told(space, meter, "", "");
    }
}
