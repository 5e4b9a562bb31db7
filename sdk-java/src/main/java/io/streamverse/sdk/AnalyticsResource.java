package io.streamverse.sdk;

import io.streamverse.sdk.model.AnalyticsConcurrent;
import io.streamverse.sdk.model.AnalyticsErrors;
import io.streamverse.sdk.model.AnalyticsReport;
import io.streamverse.sdk.model.AnalyticsRetention;
import io.streamverse.sdk.model.AnalyticsTimeline;
import java.nio.file.Path;

/** What players told, counted; a moment is in it two seconds after it was told. */
public final class AnalyticsResource {
    private final Transport transport;

    AnalyticsResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Sums up a span of time: the last 24 hours unless {@code from} and {@code to} say otherwise.
     *
     * @param params filters {@code from}, {@code to}, {@code titleId}, {@code device}, {@code country}, {@code edge}
     * @return the numbers, in one row
     * @throws UnavailableException if the numbers cannot be read right now
     */
    public AnalyticsReport summary(ListParams params) {
        return summary(params, RequestOptions.none());
    }

    /**
     * Sums up a span of time: the last 24 hours unless {@code from} and {@code to} say otherwise.
     *
     * @param params filters {@code from}, {@code to}, {@code titleId}, {@code device}, {@code country}, {@code edge}
     * @param options what this call does otherwise than the client
     * @return the numbers, in one row
     * @throws UnavailableException if the numbers cannot be read right now
     */
    @Operation("getAnalyticsSummary")
    public AnalyticsReport summary(ListParams params, RequestOptions options) {
        return transport.call(Call.list("/v1/analytics/summary", params), options, AnalyticsReport.class);
    }

    /**
     * Reads the numbers over time; a time without any is left out.
     *
     * @param params filters {@code from}, {@code to}, {@code titleId}, {@code device}, {@code country}, {@code edge}, {@code interval}
     * @return a row per minute, hour or day
     * @throws UnavailableException if the numbers cannot be read right now
     */
    public AnalyticsReport timeSeries(ListParams params) {
        return timeSeries(params, RequestOptions.none());
    }

    /**
     * Reads the numbers over time; a time without any is left out.
     *
     * @param params filters {@code from}, {@code to}, {@code titleId}, {@code device}, {@code country}, {@code edge}, {@code interval}
     * @param options what this call does otherwise than the client
     * @return a row per minute, hour or day
     * @throws UnavailableException if the numbers cannot be read right now
     */
    @Operation("getAnalyticsTimeSeries")
    public AnalyticsReport timeSeries(ListParams params, RequestOptions options) {
        return transport.call(Call.list("/v1/analytics/timeseries", params), options, AnalyticsReport.class);
    }

    /**
     * Reads the numbers {@code by} title, device, country or edge; what was watched longest comes first.
     *
     * @param params filters {@code from}, {@code to}, {@code titleId}, {@code device}, {@code country}, {@code edge}, {@code by}, {@code limit}
     * @return a row for each
     * @throws UnavailableException if the numbers cannot be read right now
     */
    public AnalyticsReport breakdown(ListParams params) {
        return breakdown(params, RequestOptions.none());
    }

    /**
     * Reads the numbers {@code by} title, device, country or edge; what was watched longest comes first.
     *
     * @param params filters {@code from}, {@code to}, {@code titleId}, {@code device}, {@code country}, {@code edge}, {@code by}, {@code limit}
     * @param options what this call does otherwise than the client
     * @return a row for each
     * @throws UnavailableException if the numbers cannot be read right now
     */
    @Operation("getAnalyticsBreakdown")
    public AnalyticsReport breakdown(ListParams params, RequestOptions options) {
        return transport.call(Call.list("/v1/analytics/breakdown", params), options, AnalyticsReport.class);
    }

    /**
     * Reads which errors players met in the last 90 days, and how often.
     *
     * @param params filters {@code from}, {@code to}, {@code titleId}, {@code device}, {@code country}, {@code edge}, {@code limit}
     * @return the errors, the most frequent first
     * @throws UnavailableException if the numbers cannot be read right now
     */
    public AnalyticsErrors errors(ListParams params) {
        return errors(params, RequestOptions.none());
    }

    /**
     * Reads which errors players met in the last 90 days, and how often.
     *
     * @param params filters {@code from}, {@code to}, {@code titleId}, {@code device}, {@code country}, {@code edge}, {@code limit}
     * @param options what this call does otherwise than the client
     * @return the errors, the most frequent first
     * @throws UnavailableException if the numbers cannot be read right now
     */
    @Operation("getAnalyticsErrors")
    public AnalyticsErrors errors(ListParams params, RequestOptions options) {
        return transport.call(Call.list("/v1/analytics/errors", params), options, AnalyticsErrors.class);
    }

    /**
     * Reads how many playbacks of the last 30 days saw each hundredth of a title.
     *
     * @param titleId the title's id
     * @return the curve
     * @throws UnavailableException if the numbers cannot be read right now
     */
    public AnalyticsRetention retention(String titleId) {
        return retention(titleId, RequestOptions.none());
    }

    /**
     * Reads how many playbacks of the last 30 days saw each hundredth of a title.
     *
     * @param titleId the title's id
     * @param options what this call does otherwise than the client
     * @return the curve
     * @throws UnavailableException if the numbers cannot be read right now
     */
    @Operation("getAnalyticsRetention")
    public AnalyticsRetention retention(String titleId, RequestOptions options) {
        return transport.call(
                Call.get(Call.path("/v1/analytics/retention/{}", titleId)), options, AnalyticsRetention.class);
    }

    /**
     * Reads how many watch now, and what.
     *
     * @return the number, and the titles
     * @throws UnavailableException if the numbers cannot be read right now
     */
    public AnalyticsConcurrent concurrent() {
        return concurrent(RequestOptions.none());
    }

    /**
     * Reads how many watch now, and what.
     *
     * @param options what this call does otherwise than the client
     * @return the number, and the titles
     * @throws UnavailableException if the numbers cannot be read right now
     */
    @Operation("getAnalyticsConcurrent")
    public AnalyticsConcurrent concurrent(RequestOptions options) {
        return transport.call(Call.get("/v1/analytics/concurrent"), options, AnalyticsConcurrent.class);
    }

    /**
     * Reads what happened in a playback, moment by moment.
     *
     * @param sessionId the playback's id
     * @return its timeline
     * @throws UnavailableException if the numbers cannot be read right now
     */
    public AnalyticsTimeline session(String sessionId) {
        return session(sessionId, RequestOptions.none());
    }

    /**
     * Reads what happened in a playback, moment by moment.
     *
     * @param sessionId the playback's id
     * @param options what this call does otherwise than the client
     * @return its timeline
     * @throws UnavailableException if the numbers cannot be read right now
     */
    @Operation("getAnalyticsSession")
    public AnalyticsTimeline session(String sessionId, RequestOptions options) {
        return transport.call(
                Call.get(Call.path("/v1/analytics/sessions/{}", sessionId)), options, AnalyticsTimeline.class);
    }

    /**
     * Writes a time series, a breakdown or the errors into a file, as CSV.
     *
     * @param params {@code report}, and filters {@code from}, {@code to}, {@code titleId}, {@code device}, {@code
     *     country}, {@code edge}, {@code interval}, {@code by}, {@code limit}
     * @param file where to; what is there is overwritten
     */
    public void export(ListParams params, Path file) {
        export(params, file, RequestOptions.none());
    }

    /**
     * Writes a time series, a breakdown or the errors into a file, as CSV.
     *
     * @param params {@code report}, and filters {@code from}, {@code to}, {@code titleId}, {@code device}, {@code
     *     country}, {@code edge}, {@code interval}, {@code by}, {@code limit}
     * @param file where to; what is there is overwritten
     * @param options what this call does otherwise than the client
     */
    @Operation("exportAnalytics")
    public void export(ListParams params, Path file, RequestOptions options) {
        transport.save(Call.list("/v1/analytics/export", params), options, file);
    }
}
