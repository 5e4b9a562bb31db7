package io.streamverse.billing.metering;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// Usage as text, a row for each row of the answer in JSON.
@Singleton
class UsageTable {
    private static final List<String> COLUMNS = List.of("meter", "unit", "quantity", "freshness", "at", "dimensions");
    private final ObjectMapper json;

    UsageTable(ObjectMapper json) {
        this.json = json;
    }

    String commas(List<UsageResponse> rows) {
        return Csv.line(COLUMNS) + rows.stream().map(this::commas).collect(Collectors.joining());
    }

    String lines(List<UsageResponse> rows) {
        return rows.stream().map(it -> written(it) + "\n").collect(Collectors.joining());
    }

    private String commas(UsageResponse row) {
        return Csv.line(List.of(
                row.meter(),
                row.unit(),
                row.quantity().toPlainString(),
                row.freshness().toString(),
                Objects.toString(row.at(), ""),
                row.dimensions() == null ? "" : written(row.dimensions())));
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Usage cannot be written", e);
        }
    }
}
