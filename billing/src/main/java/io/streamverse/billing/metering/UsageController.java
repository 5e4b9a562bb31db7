package io.streamverse.billing.metering;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.http.Page;
import io.streamverse.kernel.security.RequiredScope;
import io.streamverse.kernel.security.Scope;
import io.streamverse.kernel.tenancy.TenantContext;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

@Controller("/v1/usage")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Usage")
class UsageController {
    private final OwnUsage usage;
    private final Export export;

    UsageController(OwnUsage usage, Export export) {
        this.usage = usage;
        this.export = export;
    }

    @Get
    @RequiredScope(Scope.USAGE_READ)
    @Operation(operationId = "getUsage", summary = "What was used; without dates, this month so far")
    Page<UsageResponse> get(
            @QueryValue @Nullable Instant from,
            @QueryValue @Nullable Instant to,
            @QueryValue @Nullable String meter,
            @QueryValue
                    @Nullable
                    @Schema(description = "hour, day or dimension; hours and days are those of the tenant's time zone.")
                    String groupBy) {
        var space = TenantContext.current();
        var used = usage.find(space, usage.asked(space, from, to, meter), groupBy);
        return new Page<>(used.stream().map(UsageResponse::of).toList(), false, null);
    }

    @Get("/export")
    @Produces({Export.CSV, Export.JSON_LINES})
    @RequiredScope(Scope.USAGE_READ)
    @Operation(operationId = "exportUsage", summary = "Every entry of the ledger, as CSV or as JSON lines")
    HttpResponse<Publisher<byte[]>> export(
            @QueryValue @Nullable Instant from,
            @QueryValue @Nullable Instant to,
            @QueryValue @Nullable String meter,
            @QueryValue(defaultValue = "csv") @Schema(description = "csv or jsonl") String format) {
        var space = TenantContext.current();
        var asked = usage.asked(space, from, to, meter);
        var form = Export.Form.of(format);
        return HttpResponse.<Publisher<byte[]>>ok(export.of(space, asked, form))
                .contentType(MediaType.of(form.type()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"usage." + format + "\"");
    }
}
