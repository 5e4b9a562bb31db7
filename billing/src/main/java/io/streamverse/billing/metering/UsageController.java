package io.streamverse.billing.metering;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.security.RequiredScope;
import io.streamverse.kernel.security.Scope;
import io.streamverse.kernel.tenancy.TenantContext;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

@Controller("/v1/usage")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Usage")
class UsageController {
    private final OwnUsage usage;
    private final UsageTable table;
    private final Export export;

    UsageController(OwnUsage usage, UsageTable table, Export export) {
        this.usage = usage;
        this.table = table;
        this.export = export;
    }

    @Get
    @Produces({MediaType.APPLICATION_JSON, Export.CSV, Export.JSON_LINES})
    @RequiredScope(Scope.USAGE_READ)
    @Operation(
            operationId = "getUsage",
            summary = "What was used; without dates, this month so far. As JSON, or as the rows alone: see Accept")
    @ApiResponse(
            responseCode = "200",
            description = "OK",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = UsagePage.class)),
                @Content(mediaType = Export.CSV, schema = @Schema(type = "string")),
                @Content(mediaType = Export.JSON_LINES, schema = @Schema(type = "string"))
            })
    HttpResponse<?> get(
            HttpRequest<?> http,
            @QueryValue @Nullable Instant from,
            @QueryValue @Nullable Instant to,
            @QueryValue @Nullable String meter,
            @QueryValue
                    @Nullable
                    @Schema(description = "hour, day or dimension; hours and days are those of the tenant's time zone.")
                    String groupBy) {
        var space = TenantContext.current();
        var used = usage.find(space, usage.asked(space, from, to, meter), groupBy);
        return answer(http, used.stream().map(UsageResponse::of).toList());
    }

    /// In the first form that is asked for and that we have.
    private HttpResponse<?> answer(HttpRequest<?> http, List<UsageResponse> rows) {
        for (var wanted : http.accept()) {
            switch (wanted.getName()) {
                case MediaType.APPLICATION_JSON, MediaType.ALL -> {
                    return HttpResponse.ok(UsagePage.of(rows)).contentType(MediaType.APPLICATION_JSON_TYPE);
                }
                case Export.CSV -> {
                    return HttpResponse.ok(table.commas(rows)).contentType(MediaType.of(Export.CSV));
                }
                case Export.JSON_LINES -> {
                    return HttpResponse.ok(table.lines(rows)).contentType(MediaType.of(Export.JSON_LINES));
                }
                default -> {}
            }
        }
        return HttpResponse.ok(UsagePage.of(rows)).contentType(MediaType.APPLICATION_JSON_TYPE);
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
