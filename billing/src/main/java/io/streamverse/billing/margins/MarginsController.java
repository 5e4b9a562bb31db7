package io.streamverse.billing.margins;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.http.Page;
import io.streamverse.kernel.problem.FieldError;
import io.streamverse.kernel.problem.Rejected;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

@Controller("/operator/v1/usage")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Usage (operator)")
class MarginsController {
    private final Margins margins;
    private final MarginsCsv csv;

    MarginsController(Margins margins, MarginsCsv csv) {
        this.margins = margins;
        this.csv = csv;
    }

    @Get
    @Operation(
            operationId = "listTenantUsage",
            summary = "Usage, revenue, cost and margin of all live environments, newest tenant first")
    Page<TenantUsage> list(
            @Parameter(
                            description = "Such as 2026-10: of each tenant the period that ran when this month ended."
                                    + " Without it, the one that runs now.")
                    @QueryValue
                    @Nullable
                    String month,
            @QueryValue(defaultValue = "25") @Min(1) @Max(100) int limit,
            @QueryValue @Nullable String after) {
        return margins.page(read(month), limit, after);
    }

    @Get("/export")
    @Produces("text/csv")
    @Operation(operationId = "exportTenantUsage", summary = "The same of all tenants, as CSV")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    Publisher<byte[]> export(@QueryValue @Nullable String month) {
        return csv.of(read(month));
    }

    private static @Nullable YearMonth read(@Nullable String month) {
        try {
            return month == null ? null : YearMonth.parse(month);
        } catch (DateTimeException e) {
            throw new Rejected(
                    "http.request.invalid",
                    "Some fields break a rule; see errors",
                    List.of(new FieldError("?month", "is a month, such as 2026-10")));
        }
    }
}
