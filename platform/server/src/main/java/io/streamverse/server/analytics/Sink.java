package io.streamverse.server.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.annotation.Requires;
import io.streamverse.events.qoe.PlayerReported;
import io.streamverse.events.qoe.QoeEvent;
import io.streamverse.kernel.messaging.BatchConsumer;
import io.streamverse.kernel.messaging.Gone;
import io.streamverse.kernel.messaging.Unacceptable;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// From Kafka into ClickHouse, each event once. A batch that comes again has the same token and the same rows, so that
/// ClickHouse itself leaves out what of it arrived, in the sums too. Events that came in an earlier batch, since a
/// player sent them again, are left out before: whatever is there already under another token.
@Singleton
@Requires(property = "analytics.url")
class Sink implements BatchConsumer<QoeEvent> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ASKED_AT_ONCE = 2_000;
    private static final String NOTHING = "INSERT INTO event SELECT * FROM event LIMIT 0";
    private final ClickHouse clickHouse;
    private final Tables tables;
    private final Gone gone;

    Sink(ClickHouse clickHouse, Tables tables, Gone gone) {
        this.clickHouse = clickHouse;
        this.tables = tables;
        this.gone = gone;
    }

    @Override
    public String name() {
        return "server.analytics";
    }

    @Override
    public Class<QoeEvent> events() {
        return QoeEvent.class;
    }

    @Override
    public void take(String token, List<Told<QoeEvent>> batch) {
        var erased = gone.among(batch.stream().map(it -> it.space().tenant()).collect(toSet()));
        var wanted = batch.stream()
                .filter(it -> !erased.contains(it.space().tenant()))
                .toList();
        try {
            tables.demand();
            insert(token, rows(token, wanted));
        } catch (ClickHouseAway e) {
            tables.doubt();
            throw e;
        }
    }

    /// Where nothing at all may be inserted the rows are not at fault.
    private void insert(String token, Map<Key, EventRow> rows) {
        try {
            rows.keySet().removeAll(known(token, rows.values()));
            if (!rows.isEmpty()) {
                clickHouse.insert(statement(token, rows.values()));
            }
        } catch (ClickHouseRefused e) {
            clickHouse.run(NOTHING);
            throw new Unacceptable(String.valueOf(e.getMessage()), e);
        }
    }

    private record Key(String space, String session, String id) {}

    private static Map<Key, EventRow> rows(String token, List<Told<QoeEvent>> batch) {
        var rows = new LinkedHashMap<Key, EventRow>();
        for (var told : batch) {
            switch (told.event()) {
                case PlayerReported it ->
                    it.moments().stream()
                            .map(moment -> EventRow.of(told.space(), it, moment, token))
                            .forEach(row -> rows.putIfAbsent(new Key(row.space(), row.session(), row.id()), row));
            }
        }
        return rows;
    }

    private Set<Key> known(String token, Collection<EventRow> rows) {
        var known = new HashSet<Key>();
        var all = new ArrayList<>(rows);
        for (int from = 0; from < all.size(); from += ASKED_AT_ONCE) {
            known.addAll(known(token, all.subList(from, Math.min(all.size(), from + ASKED_AT_ONCE))));
        }
        return known;
    }

    /// By session, which the table is ordered by; an id is a session's own.
    private List<Key> known(String token, List<EventRow> rows) {
        var sql = """
                SELECT space, session, toString(id) AS id FROM event
                WHERE space IN (%s) AND session IN (%s) AND id IN (%s) AND batch != {token:String}
                """.formatted(
                literals(rows, EventRow::space), literals(rows, EventRow::session), literals(rows, EventRow::id));
        return clickHouse
                .ask(sql, Map.of("token", token), ClickHouse.ROWS)
                .lines()
                .map(Sink::key)
                .toList();
    }

    private static Key key(String row) {
        try {
            return JSON.readValue(row, Key.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("ClickHouse answers no JSON", e);
        }
    }

    private static String literals(List<EventRow> rows, Function<EventRow, String> column) {
        return rows.stream()
                .map(column)
                .distinct()
                .map(it -> "'" + it.replace("\\", "\\\\").replace("'", "\\'") + "'")
                .collect(joining(","));
    }

    private static byte[] statement(String token, Collection<EventRow> rows) {
        var statement = new ByteArrayOutputStream(rows.size() * 512);
        statement.writeBytes("""
                INSERT INTO event
                SETTINGS insert_deduplication_token = '%s', deduplicate_blocks_in_dependent_materialized_views = 1
                FORMAT JSONEachRow
                """.formatted(token).getBytes(UTF_8));
        for (var row : rows) {
            try {
                statement.writeBytes(JSON.writeValueAsBytes(row));
                statement.write('\n');
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("A row cannot be written", e);
            }
        }
        return statement.toByteArray();
    }
}
