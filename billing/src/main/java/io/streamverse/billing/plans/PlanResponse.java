package io.streamverse.billing.plans;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(name = "Plan", description = "What a tenant can subscribe to.")
record PlanResponse(@Schema(example = "starter") String code, String name, String description) {

    static PlanResponse of(Plan plan) {
        return new PlanResponse(plan.code(), plan.name(), plan.description());
    }
}
