package io.streamverse.server.analytics;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.security.InLane;
import io.streamverse.kernel.security.Lane;
import io.streamverse.kernel.security.RequiredScope;
import io.streamverse.kernel.security.Scope;
import io.streamverse.kernel.tenancy.TenantContext;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.InstantSource;

@Controller("/v1/analytics")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Analytics")
class AnalyticsController {
    private final Reports reports;
    private final Live live;
    private final InstantSource clock;

    AnalyticsController(Reports reports, Live live, InstantSource clock) {
        this.reports = reports;
        this.live = live;
        this.clock = clock;
    }

    @Get("/summary")
    @RequiredScope(Scope.ANALYTICS_READ)
    @Operation(operationId = "getAnalyticsSummary", summary = "All numbers of a span of time")
    FiguresResponse summary(@RequestBean @Valid Asked asked) {
        var question = asked.question(clock.instant());
        return FiguresResponse.of(question, reports.figures(reports.summary(question)));
    }

    @Get("/timeseries")
    @RequiredScope(Scope.ANALYTICS_READ)
    @Operation(
            operationId = "getAnalyticsTimeSeries",
            summary = "The numbers over time; a time without any is left out")
    FiguresResponse timeSeries(@RequestBean @Valid Asked asked, @QueryValue(defaultValue = "hour") Interval interval) {
        var question = asked.question(clock.instant());
        return FiguresResponse.of(question, reports.figures(reports.timeSeries(question, interval)));
    }

    @Get("/breakdown")
    @RequiredScope(Scope.ANALYTICS_READ)
    @Operation(
            operationId = "getAnalyticsBreakdown",
            summary = "The numbers by title, device, country or edge; what was watched longest first")
    FiguresResponse breakdown(
            @RequestBean @Valid Asked asked,
            @QueryValue Dimension by,
            @QueryValue(defaultValue = "50") @Min(1) @Max(1000) int limit) {
        var question = asked.question(clock.instant());
        return FiguresResponse.of(question, reports.figures(reports.breakdown(question, by, limit)));
    }

    @Get("/errors")
    @RequiredScope(Scope.ANALYTICS_READ)
    @Operation(
            operationId = "getAnalyticsErrors",
            summary = "Which errors players met in the last 90 days, and how often")
    ErrorsResponse errors(
            @RequestBean @Valid Asked asked, @QueryValue(defaultValue = "50") @Min(1) @Max(1000) int limit) {
        var question = asked.question(clock.instant());
        return new ErrorsResponse(
                question.span().from(),
                question.span().to(),
                reports.rows(reports.errors(question, limit), ErrorCount.class));
    }

    @Get("/retention/{titleId}")
    @RequiredScope(Scope.ANALYTICS_READ)
    @Operation(
            operationId = "getAnalyticsRetention",
            summary = "How many playbacks saw each hundredth of a title, by whole days")
    RetentionResponse retention(String titleId, @QueryValue(defaultValue = "30") @Min(1) @Max(732) int days) {
        var question = Question.ofDays(TenantContext.current(), titleId, days, clock.instant());
        return new RetentionResponse(
                titleId,
                question.span().from(),
                question.span().to(),
                reports.rows(reports.retention(question), RetentionPoint.class));
    }

    @Get("/concurrent")
    @RequiredScope(Scope.ANALYTICS_READ)
    @Operation(operationId = "getAnalyticsConcurrent", summary = "How many watch now, and what")
    ConcurrentResponse concurrent() {
        return live.concurrent(TenantContext.current(), clock.instant());
    }

    @Get("/sessions/{id}")
    @RequiredScope(Scope.ANALYTICS_READ)
    @Operation(operationId = "getAnalyticsSession", summary = "What happened in a playback, moment by moment")
    TimelineResponse session(String id) {
        return live.timeline(TenantContext.current(), id);
    }

    @InLane(Lane.BULK)
    @Get("/export")
    @Produces("text/csv")
    @RequiredScope(Scope.ANALYTICS_READ)
    @Operation(operationId = "exportAnalytics", summary = "A time series, a breakdown, or the errors, as CSV")
    String export(
            @RequestBean @Valid Asked asked,
            @QueryValue Report report,
            @QueryValue(defaultValue = "hour") Interval interval,
            @QueryValue(defaultValue = "title") Dimension by,
            @QueryValue(defaultValue = "1000") @Min(1) @Max(10_000) int limit) {
        var question = asked.question(clock.instant());
        return reports.csv(
                switch (report) {
                    case TIMESERIES -> reports.timeSeries(question, interval);
                    case BREAKDOWN -> reports.breakdown(question, by, limit);
                    case ERRORS -> reports.errors(question, limit);
                });
    }
}
