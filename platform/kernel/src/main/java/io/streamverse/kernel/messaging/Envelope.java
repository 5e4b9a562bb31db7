package io.streamverse.kernel.messaging;

import io.streamverse.kernel.database.Sql;
import io.streamverse.kernel.tenancy.TenantSpace;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// One event on its way: a CloudEvent in Kafka's binary mode, attributes as headers and the payload as value.
record Envelope(
        String id,
        String topic,
        String key,
        String type,
        @Nullable String tenant,
        @Nullable String environment,
        String payload,
        @Nullable String trace,
        Instant at) {
    static final String COLUMNS = "event_id, topic, key, type, tenant, environment, payload, trace";

    @Nullable
    TenantSpace space() {
        return tenant == null || environment == null ? null : TenantSpace.of(tenant, environment);
    }

    Envelope within(@Nullable String trace) {
        return new Envelope(id, topic, key, type, tenant, environment, payload, trace, at);
    }

    ProducerRecord<String, String> toRecord(String prefix) {
        var record = new ProducerRecord<>(prefix + topic, key, payload);
        put(record.headers(), "ce_specversion", "1.0");
        put(record.headers(), "ce_id", id);
        put(record.headers(), "ce_type", type);
        put(record.headers(), "ce_source", "/streamverse/" + topic);
        put(record.headers(), "ce_time", at.toString());
        put(record.headers(), "content-type", "application/json");
        put(record.headers(), "tenant", tenant);
        put(record.headers(), "env", environment);
        put(record.headers(), "traceparent", trace);
        return record;
    }

    /// A record without our headers still gets a name and a time, so that it can become a dead letter.
    static Envelope of(ConsumerRecord<String, String> record, String prefix) {
        var headers = record.headers();
        var position = "%s-%d@%d".formatted(record.topic(), record.partition(), record.offset());
        return new Envelope(
                Objects.requireNonNullElse(get(headers, "ce_id"), position),
                record.topic().substring(prefix.length()),
                Objects.requireNonNullElse(record.key(), position),
                Objects.requireNonNullElse(get(headers, "ce_type"), "unknown"),
                get(headers, "tenant"),
                get(headers, "env"),
                Objects.requireNonNullElse(record.value(), ""),
                get(headers, "traceparent"),
                time(record));
    }

    /// From the outbox or from the dead letters, which call its time differently: so `COLUMNS` leaves it out.
    static Envelope of(ResultSet row, String time) throws SQLException {
        return new Envelope(
                row.getString("event_id"),
                row.getString("topic"),
                row.getString("key"),
                row.getString("type"),
                row.getString("tenant"),
                row.getString("environment"),
                row.getString("payload"),
                row.getString("trace"),
                Sql.instant(row, time));
    }

    private static Instant time(ConsumerRecord<String, String> record) {
        try {
            return Instant.parse(Objects.requireNonNullElse(get(record.headers(), "ce_time"), ""));
        } catch (DateTimeParseException e) {
            return Instant.ofEpochMilli(record.timestamp());
        }
    }

    private static void put(Headers headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static @Nullable String get(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
