package io.streamverse.billing.quotas;

import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What differs from the plan.
@MappedEntity(value = "quota_setting", schema = "billing")
record Setting(String space, String meter, @Nullable BigDecimal included, boolean hard) {}
