package io.streamverse.billing.plans;

import static io.micronaut.http.HttpHeaders.ETAG;
import static io.micronaut.http.HttpHeaders.IF_MATCH;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.http.Bodies;
import io.streamverse.kernel.http.ETag;
import io.streamverse.kernel.http.Idempotency;
import io.streamverse.kernel.http.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

@Controller("/operator/v1/plans")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Plans (operator)")
class PlansController {
    private final Plans plans;
    private final Bodies bodies;
    private final Idempotency idempotency;

    PlansController(Plans plans, Bodies bodies, Idempotency idempotency) {
        this.plans = plans;
        this.bodies = bodies;
        this.idempotency = idempotency;
    }

    @Get
    @Operation(operationId = "listPlans", summary = "The plans, smallest first")
    Page<PlanResponse> list() {
        return new Page<>(plans.list().stream().map(PlanResponse::of).toList(), false, null);
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Operation(operationId = "createPlan", summary = "A new plan")
    HttpResponse<PlanDetailResponse> create(HttpRequest<?> http, @Body @Valid NewPlan request) {
        return created(idempotency.once(
                "default", http, request, PlanDetailResponse.class, () -> detail(plans.create(request))));
    }

    @Get("/{code}")
    @Operation(operationId = "getPlan", summary = "One plan with all its versions")
    HttpResponse<PlanDetailResponse> get(String code) {
        var detail = detail(plans.get(code));
        return HttpResponse.ok(detail).header(ETAG, ETag.of(detail.latest()));
    }

    @Post("/{code}/versions")
    @Status(HttpStatus.CREATED)
    @Operation(
            operationId = "createPlanVersion",
            summary = "Change what a plan offers, from an instant to come; the past stays as it was")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewVersion.class)))
    HttpResponse<PlanDetailResponse> revise(
            HttpRequest<?> http, String code, @Header(IF_MATCH) @Nullable String ifMatch, @Body @Nullable String body) {
        var plan = plans.get(code);
        var request = bodies.read(body, NewVersion.class);
        return created(idempotency.once("default", http, request, PlanDetailResponse.class, () -> {
            plans.revise(code, ifMatch, request.validFrom(), request.offer());
            return detail(plan);
        }));
    }

    private PlanDetailResponse detail(Plan plan) {
        return PlanDetailResponse.of(plan, plans.versions(plan.code()));
    }

    private static HttpResponse<PlanDetailResponse> created(PlanDetailResponse detail) {
        return HttpResponse.created(detail).header(ETAG, ETag.of(detail.latest()));
    }
}
