package io.streamverse.server.analytics;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;

/// How far apart the points of a time series are.
@Schema(name = "AnalyticsInterval")
enum Interval {
    @JsonProperty("minute")
    MINUTE("toStartOfMinute(t.time)", Duration.ofMinutes(1)),
    @JsonProperty("hour")
    HOUR("toStartOfHour(t.time)", Duration.ofHours(1)),
    @JsonProperty("day")
    DAY("toDateTime(toStartOfDay(t.time), 'UTC')", Duration.ofDays(1));

    private final String bucket;
    private final Duration length;

    Interval(String bucket, Duration length) {
        this.bucket = bucket;
        this.length = length;
    }

    String bucket() {
        return bucket;
    }

    Instant start(Instant at) {
        var seconds = length.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), seconds) * seconds);
    }

    long pointsOf(Span span) {
        return Duration.between(span.from(), span.to()).dividedBy(length);
    }
}
