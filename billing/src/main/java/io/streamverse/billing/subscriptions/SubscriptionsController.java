package io.streamverse.billing.subscriptions;

import static io.micronaut.http.HttpHeaders.ETAG;
import static io.micronaut.http.HttpHeaders.IF_MATCH;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.http.Bodies;
import io.streamverse.kernel.http.ETag;
import io.streamverse.kernel.http.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

@Controller("/operator/v1/subscriptions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Subscriptions (operator)")
class SubscriptionsController {
    private final Subscriptions subscriptions;
    private final Bodies bodies;

    SubscriptionsController(Subscriptions subscriptions, Bodies bodies) {
        this.subscriptions = subscriptions;
        this.bodies = bodies;
    }

    @Get
    @Operation(operationId = "listSubscriptions", summary = "Which tenant is on which plan, newest first")
    Page<SubscriptionResponse> list(
            @QueryValue(defaultValue = "25") @Min(1) @Max(100) int limit,
            @QueryValue @Nullable String after,
            @QueryValue @Nullable String tenantId) {
        return subscriptions.list(limit, after, tenantId).map(SubscriptionResponse::of);
    }

    @Get("/{id}")
    @Operation(operationId = "getSubscription", summary = "One subscription")
    HttpResponse<SubscriptionResponse> get(String id) {
        return answer(subscriptions.get(id));
    }

    @Patch("/{id}")
    @Consumes({Bodies.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "updateSubscription",
            summary = "Change where a tenant's periods end, from the end of the one that runs")
    @RequestBody(content = @Content(schema = @Schema(implementation = SubscriptionPatch.class)))
    HttpResponse<SubscriptionResponse> change(
            String id, @Header(IF_MATCH) @Nullable String ifMatch, @Body String patch) {
        return answer(subscriptions.change(id, ifMatch, current -> bodies.patched(current, patch)));
    }

    private static HttpResponse<SubscriptionResponse> answer(Subscription subscription) {
        return HttpResponse.ok(SubscriptionResponse.of(subscription)).header(ETAG, ETag.of(subscription.version()));
    }
}
