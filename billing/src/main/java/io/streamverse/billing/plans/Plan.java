package io.streamverse.billing.plans;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@MappedEntity(value = "plan", schema = "billing")
public record Plan(
        @Id String code,
        String name,
        String description,
        int position,
        @Nullable Instant publishedAt) {}
