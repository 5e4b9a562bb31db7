package io.streamverse.billing.quotas;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/// An environment; the greater revision of what is said of it wins.
@MappedEntity(value = "quota_space", schema = "billing")
record QuotaSpace(@Id String space, boolean opened, boolean news, long revision) {}
