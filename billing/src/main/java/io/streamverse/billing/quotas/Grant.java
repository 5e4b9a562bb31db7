package io.streamverse.billing.quotas;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.time.Instant;

/// More of a meter, once: in the period that holds `at`.
@MappedEntity(value = "quota_grant", schema = "billing")
record Grant(
        @Id String id, String space, String meter, BigDecimal amount, String reason, Instant at, Instant createdAt) {
    static final String PREFIX = "qgr";
}
