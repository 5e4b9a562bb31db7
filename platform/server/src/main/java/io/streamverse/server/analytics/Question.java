package io.streamverse.server.analytics;

import static java.util.stream.Collectors.joining;

import io.streamverse.kernel.tenancy.TenantSpace;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Whose numbers of which time, and of these titles, devices, countries and edges alone. All values are bound, none is
/// part of the statement.
record Question(TenantSpace space, Span span, Map<Dimension, String> only) {
    Question {
        only = Map.copyOf(only);
    }

    static Question ofDays(TenantSpace space, String titleId, int days, Instant now) {
        return new Question(space, new Span(now.minus(Duration.ofDays(days)), now), Map.of(Dimension.TITLE, titleId));
    }

    Map<String, String> values(Interval grain) {
        var values = new HashMap<String, String>();
        values.put("space", space.toString());
        values.put("from", seconds(grain.start(span.from())));
        values.put("to", seconds(span.to().plusMillis(999)));
        only.forEach((dimension, value) -> values.put(dimension.column(), value));
        return values;
    }

    Interval grain(Instant now) {
        return span.isFine(now) ? Interval.MINUTE : Interval.HOUR;
    }

    /// The view, and which of its rows.
    String source(Interval grain) {
        var view = grain == Interval.MINUTE ? "by_minute_of" : "by_hour_of";
        return "FROM %s(space = {space:String}) AS t\nWHERE t.time >= {from:DateTime('UTC')} AND t.time < {to:DateTime('UTC')}%s"
                .formatted(view, filters());
    }

    /// Each with an AND in front.
    String filters() {
        return only.keySet().stream()
                .map(it -> " AND t.%1$s = {%1$s:String}".formatted(it.column()))
                .collect(joining());
    }

    static String seconds(Instant at) {
        return ClickHouseTime.of(at).substring(0, 19);
    }
}
