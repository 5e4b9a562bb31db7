package io.streamverse.server.analytics;

import io.streamverse.kernel.problem.NotFound;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What is read from the events themselves: who watches now, and one playback moment by moment.
@Singleton
class Live {
    private static final Duration HEARD_OF = Duration.ofSeconds(45);
    private static final int MOST_TITLES = 50;
    private static final int MOST_EVENTS = 20_000;
    private final Reader reader;

    Live(Reader reader) {
        this.reader = reader;
    }

    private record Person(
            String title, String device, String os, String browser, String player, String country, String viewer) {}

    ConcurrentResponse concurrent(TenantSpace space, Instant now) {
        var sql = """
                SELECT title AS titleId, count() AS sessions FROM (
                    SELECT any(title) AS title, argMax(type, (at, seq)) AS last
                    FROM event_of(space = {space:String})
                    WHERE at > {since:DateTime64(3, 'UTC')}
                    GROUP BY session
                ) WHERE last != 'end'
                GROUP BY title ORDER BY sessions DESC, titleId
                """;
        var values = Map.of("space", space.toString(), "since", ClickHouseTime.of(now.minus(HEARD_OF)));
        var titles = reader.rows(sql, values, TitleViewers.class);
        var all = titles.stream().mapToLong(TitleViewers::sessions).sum();
        return new ConcurrentResponse(
                now, all, titles.stream().limit(MOST_TITLES).toList());
    }

    TimelineResponse timeline(TenantSpace space, String session) {
        var values = Map.of("space", space.toString(), "session", session);
        var person = person(values);
        return new TimelineResponse(
                session,
                person.title(),
                person.device(),
                person.os(),
                person.browser(),
                person.player(),
                person.country(),
                person.viewer(),
                moments(values));
    }

    private Person person(Map<String, String> values) {
        var sql = """
                SELECT any(title) AS title, any(device) AS device, max(os) AS os, max(browser) AS browser,
                       max(player) AS player, any(country) AS country, max(viewer) AS viewer
                FROM event_of(space = {space:String}) WHERE session = {session:String} GROUP BY session
                """;
        return reader.rows(sql, values, Person.class).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("analytics.session.unknown", "player that told of this playback"));
    }

    private List<TimelineEvent> moments(Map<String, String> values) {
        var sql = """
                SELECT toString(t.id) AS id, formatDateTime(t.at, '%%Y-%%m-%%dT%%H:%%i:%%S.') || leftPad(toString(toUnixTimestamp64Milli(t.at) %% 1000), 3, '0') || 'Z' AS at,
                       t.seq AS seq, t.type AS type, t.position_ms AS positionMs, t.startup_ms AS startupMs,
                       t.stalled_ms AS stalledMs, t.watched_ms AS watchedMs, t.buffer_ms AS bufferMs, t.kbps AS kbps,
                       t.height AS height, t.dropped_frames AS droppedFrames, t.edge AS edge, t.code AS code,
                       t.fatal AS fatal, t.reason AS reason
                FROM event_of(space = {space:String}) AS t WHERE t.session = {session:String}
                ORDER BY t.at, t.seq LIMIT %d
                """.formatted(MOST_EVENTS);
        return reader.rows(sql, values, TimelineEvent.class);
    }
}
