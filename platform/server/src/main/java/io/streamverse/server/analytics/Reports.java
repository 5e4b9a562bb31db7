package io.streamverse.server.analytics;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// The statements behind the questions.
@Singleton
class Reports {
    private static final long MOST_POINTS = 2_000;
    private final Reader reader;
    private final InstantSource clock;

    Reports(Reader reader, InstantSource clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /// A statement with its values: to be answered as rows or as CSV.
    record Prepared(String sql, Map<String, String> values) {}

    Prepared summary(Question question) {
        return prepared(question, "'all' AS key", "");
    }

    Prepared timeSeries(Question question, Interval interval) {
        if (interval.pointsOf(question.span()) > MOST_POINTS) {
            throw Span.invalid("?interval", "A time series has at most %d points".formatted(MOST_POINTS));
        }
        if (interval == Interval.MINUTE && !question.span().isFine(clock.instant())) {
            throw Span.invalid("?interval", "Minutes are kept for 90 days and told for two days at once");
        }
        return prepared(
                question,
                "formatDateTime(%s, '%%Y-%%m-%%dT%%H:%%i:%%SZ') AS key".formatted(interval.bucket()),
                "GROUP BY key ORDER BY key");
    }

    Prepared breakdown(Question question, Dimension by, int limit) {
        return prepared(
                question,
                "t.%s AS key".formatted(by.column()),
                "GROUP BY key ORDER BY watchedSeconds DESC, plays DESC, key LIMIT %d".formatted(limit));
    }

    /// Bounds of the column's own type: ClickHouse 26.7 leaves out the partition of a Monday's events under a
    /// `DateTime`.
    Prepared errors(Question question, int limit) {
        var sql = """
                SELECT t.code AS code, count() AS errors, countIf(t.fatal) AS fatalErrors, uniq(t.session) AS sessions
                FROM event_of(space = {space:String}) AS t
                WHERE t.at >= {from:DateTime64(3, 'UTC')} AND t.at < {to:DateTime64(3, 'UTC')} AND t.type = 'error'%s
                GROUP BY code ORDER BY errors DESC, code LIMIT %d
                """.formatted(question.filters(), limit);
        return new Prepared(sql, question.values(Interval.MINUTE));
    }

    Prepared retention(Question question) {
        var sql = """
                WITH (
                    SELECT uniqMerge(sessions) FROM watched_part_of(space = {space:String})
                    WHERE title = {title:String} AND day >= toDate({from:DateTime('UTC')}) AND day <= toDate({to:DateTime('UTC')})
                ) AS everybody
                SELECT t.percent AS percent, uniqMerge(t.sessions) AS sessions, round(sessions / everybody, 4) AS share
                FROM watched_part_of(space = {space:String}) AS t
                WHERE t.title = {title:String}
                  AND t.day >= toDate({from:DateTime('UTC')}) AND t.day <= toDate({to:DateTime('UTC')})
                GROUP BY percent ORDER BY percent
                """;
        return new Prepared(sql, question.values(Interval.HOUR));
    }

    private Prepared prepared(Question question, String key, String ending) {
        var grain = question.grain(clock.instant());
        var sql = "SELECT %s,\n%s%s\n%s".formatted(key, Figures.SQL, question.source(grain), ending);
        return new Prepared(sql, question.values(grain));
    }

    List<Figures> figures(Prepared prepared) {
        return reader.rows(prepared.sql(), prepared.values(), Figures.class);
    }

    <T> List<T> rows(Prepared prepared, Class<T> type) {
        return reader.rows(prepared.sql(), prepared.values(), type);
    }

    String csv(Prepared prepared) {
        return reader.csv(prepared.sql(), prepared.values());
    }
}
