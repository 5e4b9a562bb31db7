package io.streamverse.billing.clock;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.http.Idempotency;
import io.streamverse.kernel.security.RequiredScope;
import io.streamverse.kernel.security.Scope;
import io.streamverse.kernel.tenancy.TenantContext;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

@Controller("/v1/test-clock")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Test clock")
class TestClockController {
    private final TestClocks clocks;
    private final Steps steps;
    private final Idempotency idempotency;

    TestClockController(TestClocks clocks, Steps steps, Idempotency idempotency) {
        this.clocks = clocks;
        this.steps = steps;
        this.idempotency = idempotency;
    }

    @Get
    @RequiredScope(Scope.CLOCK_READ)
    @Operation(operationId = "getTestClock", summary = "The business time of this test environment")
    TestClockResponse get() {
        return clocks.get(TenantContext.current());
    }

    @Post("/advance")
    @Status(HttpStatus.ACCEPTED)
    @RequiredScope(Scope.CLOCK_WRITE)
    @Operation(operationId = "advanceTestClock", summary = "Move it forward; ask until it is ready")
    TestClockResponse advance(HttpRequest<?> http, @Body @Valid AdvanceRequest request) {
        var answer = idempotency.once(
                "default",
                http,
                request,
                TestClockResponse.class,
                () -> clocks.advance(TenantContext.current(), request.to()));
        steps.wake();
        return answer;
    }
}
