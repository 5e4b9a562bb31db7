package io.streamverse.billing.quotes;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.billing.metering.Meter;
import io.streamverse.billing.metering.Meters;
import io.streamverse.kernel.http.Idempotency;
import io.streamverse.kernel.problem.FieldError;
import io.streamverse.kernel.problem.NotFound;
import io.streamverse.kernel.problem.Rejected;
import io.streamverse.kernel.security.RequiredScope;
import io.streamverse.kernel.security.Scope;
import io.streamverse.kernel.tenancy.TenantContext;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;

@Controller("/v1/quotes")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Quotes")
class QuotesController {
    private final Quotes quotes;
    private final Meters meters;
    private final Idempotency idempotency;

    QuotesController(Quotes quotes, Meters meters, Idempotency idempotency) {
        this.quotes = quotes;
        this.meters = meters;
        this.idempotency = idempotency;
    }

    @Post
    @Status(HttpStatus.CREATED)
    @RequiredScope(Scope.QUOTAS_READ)
    @Operation(operationId = "createQuote", summary = "What a quantity would cost now, and its effect on the quota")
    QuoteResponse create(HttpRequest<?> http, @Body @Valid NewQuote request) {
        var unit = meters.find(request.meter())
                .filter(it -> !it.operatorOnly())
                .map(Meter::unit)
                .orElseThrow(QuotesController::noMeter);
        var space = TenantContext.current();
        quotes.awaitSubscription(space);
        return idempotency.once(
                "default",
                http,
                request,
                QuoteResponse.class,
                () -> QuoteResponse.of(quotes.make(space, request), unit));
    }

    @Get("/{id}")
    @RequiredScope(Scope.QUOTAS_READ)
    @Operation(operationId = "getQuote", summary = "One quote, as it was made")
    QuoteResponse get(String id) {
        return quotes.find(TenantContext.current(), id)
                .map(it -> QuoteResponse.of(
                        it, meters.find(it.meter()).map(Meter::unit).orElse("")))
                .orElseThrow(() -> new NotFound("quotes.quote.unknown", "There is no quote " + id));
    }

    private static Rejected noMeter() {
        return new Rejected(
                "http.request.invalid",
                "Some fields break a rule; see errors",
                List.of(new FieldError("/meter", "is not the code of a meter")));
    }
}
