package io.streamverse.server.analytics;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

@Schema(name = "AnalyticsFigures", description = "What players told, summed up.")
record Figures(
        @Schema(description = "The instant a point begins at, or what the row is of; empty where nobody said.")
        String key,

        @Schema(description = "How often somebody wanted to watch.")
        long plays,

        @Schema(description = "Playbacks that were heard of; in a time series, those at that time.")
        long sessions,

        @Schema(description = "Different viewers, of those who consented to be told apart.")
        long viewers,

        @Schema(description = "Playbacks that came to their end, or to 95 % of it.")
        long completed,

        long watchedSeconds,

        @Schema(description = "Half of the first pictures came within so long.") @Nullable
        Long startupP50Ms,

        @Schema(description = "95 % of the first pictures came within so long.") @Nullable
        Long startupP95Ms,

        long stalls,

        @Schema(description = "Time that nothing moved, of all time since first pictures; 0 to 1.") @Nullable
        BigDecimal rebufferRatio,

        long errors,

        @Schema(description = "Errors that ended a playback.")
        long fatalErrors,

        @Schema(description = "Over the time watched.") @Nullable
        Long averageKbps) {

    /// The states of ClickHouse put together, in the order of the fields above.
    static final String SQL = """
            sum(t.plays) AS plays,
            uniqMerge(t.sessions) AS sessions,
            uniqIfMerge(t.viewers) AS viewers,
            uniqIfMerge(t.completed) AS completed,
            intDiv(sum(t.watched_ms), 1000) AS watchedSeconds,
            toInt64OrNull(toString(round(quantilesTDigestMerge(0.5, 0.95)(t.startup)[1]))) AS startupP50Ms,
            toInt64OrNull(toString(round(quantilesTDigestMerge(0.5, 0.95)(t.startup)[2]))) AS startupP95Ms,
            sum(t.stalls) AS stalls,
            round(sum(t.stalled_ms) / nullIf(sum(t.stalled_ms) + sum(t.watched_ms), 0), 6) AS rebufferRatio,
            sum(t.errors) AS errors,
            sum(t.fatal_errors) AS fatalErrors,
            nullIf(intDivOrZero(sum(t.kbps_ms) + intDiv(sum(t.rated_ms), 2), sum(t.rated_ms)), 0) AS averageKbps
            """;
}
