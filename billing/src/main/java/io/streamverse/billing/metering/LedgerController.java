package io.streamverse.billing.metering;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.http.Idempotency;
import io.streamverse.kernel.problem.FieldError;
import io.streamverse.kernel.problem.NotFound;
import io.streamverse.kernel.problem.Rejected;
import io.streamverse.kernel.tenancy.TenantId;
import io.streamverse.kernel.tenancy.TenantSpace;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;

@Controller("/operator/v1/ledger")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Ledger (operator)")
class LedgerController {
    private static final int MOST_DAYS = 31;
    private final Verification verification;
    private final Metering metering;
    private final Idempotency idempotency;

    LedgerController(Verification verification, Metering metering, Idempotency idempotency) {
        this.verification = verification;
        this.metering = metering;
        this.idempotency = idempotency;
    }

    @Get("/verification")
    @Operation(
            operationId = "verifyLedger",
            summary = "Hash a tenant's days of booking again, at most 31 of them, and compare")
    VerificationResponse verify(@QueryValue String tenantId, @QueryValue LocalDate from, @QueryValue LocalDate to) {
        if (to.isBefore(from) || to.isAfter(from.plusDays(MOST_DAYS - 1))) {
            throw invalid("?to", "is the last of 1 to 31 days, in UTC");
        }
        var days = verification.verify(known(tenantId), from, to);
        return new VerificationResponse(tenantId, days.stream().allMatch(VerifiedDay::intact), days);
    }

    @Post("/rederivation")
    @Operation(operationId = "rederiveSums", summary = "Make hourly sums anew from the entries")
    RederivationResponse rederive(HttpRequest<?> http, @Body @Valid RederivationRequest request) {
        var space = new TenantSpace(known(request.tenantId()), request.env());
        if (!request.from().isBefore(request.to())) {
            throw invalid("/to", "is later than from");
        }
        return idempotency.once(
                "default",
                http,
                request,
                RederivationResponse.class,
                () -> new RederivationResponse(metering.rederive(space, request.from(), request.to())));
    }

    private static TenantId known(String tenantId) {
        return TenantId.find(tenantId).orElseThrow(() -> new NotFound("tenants.tenant.unknown", "tenant " + tenantId));
    }

    private static Rejected invalid(String pointer, String rule) {
        return new Rejected(
                "http.request.invalid", "Some fields break a rule; see errors", List.of(new FieldError(pointer, rule)));
    }
}
