package io.streamverse.billing.plans;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

@Schema(name = "PlanDetail", description = "A plan with all its versions, the newest first.")
record PlanDetailResponse(String code, String name, String description, List<PlanVersionResponse> versions) {

    static PlanDetailResponse of(Plan plan, List<PlanVersion> versions) {
        return new PlanDetailResponse(
                plan.code(),
                plan.name(),
                plan.description(),
                versions.stream().map(PlanVersionResponse::of).toList());
    }

    int latest() {
        return versions.getFirst().version();
    }
}
