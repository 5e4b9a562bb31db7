package io.streamverse.billing.subscriptions;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

@MappedEntity(value = "subscription", schema = "billing")
@Schema(description = "A tenant on a plan.")
public record Subscription(
        @Id String id,
        String tenantId,
        @Schema(description = "Code of the plan.") String plan,
        String currency,
        String country,
        Instant startedAt) {}
