package io.streamverse.billing.metering;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Readable;
import io.streamverse.kernel.problem.FieldError;
import io.streamverse.kernel.problem.Rejected;
import io.streamverse.kernel.problem.TooManyRequests;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/// Entries as a stream: no more of them in memory than the reader is about to take.
@Singleton
class Export {
    static final String CSV = "text/csv";
    static final String JSON_LINES = "application/x-ndjson";
    private static final List<String> COLUMNS =
            List.of("at", "meter", "quantity", "source", "id", "dimensions", "reason", "bookedOn");
    private static final String ENTRIES = """
            SELECT e.at, e.meter, e.quantity, e.source, e.id, e.dimensions, e.reason, e.booked_on
            FROM billing.ledger e JOIN billing.ledger_space s ON s.id = e.space
            WHERE s.tenant = $1 AND s.environment = $2 AND e.at >= $3 AND e.at < $4 AND e.meter = ANY ($5)
            ORDER BY e.at
            """;
    private static final int ROWS = 500;

    /// In one piece of the answer. The HTTP server takes hundreds of pieces ahead of a slow reader, so they are small.
    private static final int LINES = 20;
    private static final int AT_ONCE = 8;
    private final PostgresqlConnectionFactory connections;
    private final ObjectMapper json;
    private final Meters meters;
    private final Semaphore places = new Semaphore(AT_ONCE);

    Export(PostgresqlConnectionFactory connections, ObjectMapper json, Meters meters) {
        this.connections = connections;
        this.json = json;
        this.meters = meters;
    }

    enum Form {
        COMMAS(CSV),
        LINES(JSON_LINES);

        private final String type;

        Form(String type) {
            this.type = type;
        }

        String type() {
            return type;
        }

        static Form of(String format) {
            return switch (format) {
                case "csv" -> COMMAS;
                case "jsonl" -> LINES;
                default ->
                    throw new Rejected(
                            "http.request.invalid",
                            "Some fields break a rule; see errors",
                            List.of(new FieldError("?format", "is csv or jsonl")));
            };
        }
    }

    Publisher<byte[]> of(TenantSpace space, Asked asked, Form form) {
        if (!places.tryAcquire()) {
            throw new TooManyRequests("usage.export.busy", "Too many exports are running", Duration.ofSeconds(10));
        }
        var lines = Flux.usingWhen(
                connections.create(),
                connection -> entries(connection, space, asked, form),
                PostgresqlConnection::close);
        var head = form == Form.COMMAS ? Flux.just(String.join(",", COLUMNS) + "\r\n") : Flux.<String>empty();
        return head.concatWith(lines)
                .buffer(LINES)
                .map(it -> String.join("", it).getBytes(StandardCharsets.UTF_8))
                .doFinally(_ -> places.release());
    }

    private Flux<String> entries(PostgresqlConnection connection, TenantSpace space, Asked asked, Form form) {
        return connection
                .createStatement(ENTRIES)
                .bind("$1", space.tenant().value())
                .bind("$2", space.environment().label())
                .bind("$3", asked.from().atOffset(ZoneOffset.UTC))
                .bind("$4", asked.to().atOffset(ZoneOffset.UTC))
                .bind("$5", visible(asked))
                .fetchSize(ROWS)
                .execute()
                .concatMap(rows -> rows.map(row -> line(row, form)));
    }

    private String[] visible(Asked asked) {
        return meters.all().stream()
                .filter(it -> !it.operatorOnly())
                .map(Meter::code)
                .filter(it -> asked.meter() == null || asked.meter().equals(it))
                .toArray(String[]::new);
    }

    private String line(Readable row, Form form) {
        var values = List.of(
                value(row, "at", OffsetDateTime.class).toInstant().toString(),
                value(row, "meter", String.class),
                value(row, "quantity", BigDecimal.class).toPlainString(),
                value(row, "source", String.class),
                value(row, "id", String.class),
                value(row, "dimensions", String.class),
                Objects.requireNonNullElse(row.get("reason", String.class), ""),
                value(row, "booked_on", LocalDate.class).toString());
        return form == Form.COMMAS ? Csv.line(values) : object(values);
    }

    private String object(List<String> values) {
        var object = new LinkedHashMap<String, Object>();
        for (int i = 0; i < values.size(); i++) {
            var column = COLUMNS.get(i);
            switch (column) {
                case "quantity" -> object.put(column, new BigDecimal(values.get(i)));
                case "dimensions" -> object.put(column, Dimensions.read(values.get(i)));
                case "reason" -> {
                    if (!values.get(i).isEmpty()) {
                        object.put(column, values.get(i));
                    }
                }
                default -> object.put(column, values.get(i));
            }
        }
        try {
            return json.writeValueAsString(object) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An entry cannot be written", e);
        }
    }

    private static <T> T value(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
