package io.streamverse.server.analytics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.streamverse.kernel.problem.Unavailable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Questions that people wait for: while ClickHouse is away they are told so.
@Singleton
class Reader {
    private static final Duration LATER = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private final ClickHouse clickHouse;
    private final Tables tables;

    Reader(ClickHouse clickHouse, Tables tables) {
        this.clickHouse = clickHouse;
        this.tables = tables;
    }

    <T> List<T> rows(String sql, Map<String, String> values, Class<T> type) {
        return ask(sql, values, ClickHouse.ROWS)
                .lines()
                .map(line -> parsed(line, type))
                .toList();
    }

    /// With the names of the columns on top.
    String csv(String sql, Map<String, String> values) {
        return ask(sql + "\nSETTINGS format_csv_null_representation = ''", values, ClickHouse.CSV);
    }

    private String ask(String sql, Map<String, String> values, String format) {
        try {
            tables.demand();
            return clickHouse.ask(sql, values, format);
        } catch (ClickHouseAway e) {
            tables.doubt();
            throw new Unavailable("analytics.unavailable", "The numbers cannot be read right now", LATER);
        }
    }

    private static <T> T parsed(String line, Class<T> type) {
        try {
            return JSON.readValue(line, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("ClickHouse answers no " + type.getSimpleName(), e);
        }
    }
}
