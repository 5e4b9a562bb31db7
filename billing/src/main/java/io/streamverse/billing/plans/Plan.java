package io.streamverse.billing.plans;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

@MappedEntity(value = "plan", schema = "billing")
public record Plan(@Id String code, String name, String description, int position) {}
