package io.streamverse.billing.margins;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.billing.plans.Offer;
import io.streamverse.kernel.http.Bodies;
import io.streamverse.kernel.http.Idempotency;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Controller("/operator/v1/plans/{code}/previews")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Plans (operator)")
class PreviewsController {
    private final Previews previews;
    private final Bodies bodies;
    private final Idempotency idempotency;

    PreviewsController(Previews previews, Bodies bodies, Idempotency idempotency) {
        this.previews = previews;
        this.bodies = bodies;
        this.idempotency = idempotency;
    }

    @Post
    @Operation(
            operationId = "previewPlan",
            summary = "What a change of a plan would have cost its tenants in their last full period; changes nothing")
    @RequestBody(content = @Content(schema = @Schema(implementation = Offer.class)))
    PreviewPage preview(
            HttpRequest<?> http,
            String code,
            @Body @Nullable String body,
            @QueryValue(defaultValue = "25") @Min(1) @Max(100) int limit,
            @QueryValue @Nullable String after) {
        return idempotency.once(
                "default",
                http,
                List.of(Objects.toString(body, ""), limit, Objects.toString(after, "")),
                PreviewPage.class,
                () -> PreviewPage.of(previews.page(code, () -> bodies.read(body, Offer.class), limit, after)));
    }
}
