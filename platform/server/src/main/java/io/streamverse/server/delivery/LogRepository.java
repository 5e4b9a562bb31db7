package io.streamverse.server.delivery;

import io.streamverse.kernel.database.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;

/// How far each log was counted.
@Singleton
class LogRepository {
    private final Sql sql;

    LogRepository(Sql sql) {
        this.sql = sql;
    }

    long counted(String object) {
        return sql
                .read("SELECT counted FROM control.delivery_log WHERE object = ?", row -> row.getLong(1), object)
                .stream()
                .findFirst()
                .orElse(0L);
    }

    /// Nobody else counts it until the transaction ends.
    long lock(String object, Instant now) {
        return sql.writeReturning("""
                        INSERT INTO control.delivery_log (object, counted, counted_at) VALUES (?, 0, ?)
                        ON CONFLICT (object) DO UPDATE SET counted_at = excluded.counted_at
                        RETURNING counted
                        """, row -> row.getLong(1), object, now).getFirst();
    }

    void count(String object, long counted) {
        sql.write("UPDATE control.delivery_log SET counted = ? WHERE object = ?", counted, object);
    }

    void forget(Instant before) {
        sql.write("DELETE FROM control.delivery_log WHERE counted_at < ?", before);
    }
}
