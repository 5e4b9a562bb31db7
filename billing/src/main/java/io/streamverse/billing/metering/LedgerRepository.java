package io.streamverse.billing.metering;

import io.streamverse.kernel.messaging.OpenTransaction;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The ledger's two tables: the entries, and what makes them unique.
@Singleton
class LedgerRepository {
    private static final String KNOWN = "SELECT key, payload FROM billing.ledger_key WHERE key = ANY (?)";
    private static final String ENTRIES = "billing.ledger (space, booked_on, position, source, id, meter, quantity, at,"
            + " dimensions, reason, hash)";
    private static final String KEYS = "billing.ledger_key (key, payload)";
    private final OpenTransaction transaction;

    LedgerRepository(OpenTransaction transaction) {
        this.transaction = transaction;
    }

    /// The payload digests of those keys that were booked.
    Map<UUID, UUID> known(Collection<UUID> keys) {
        var sql = new Sql(transaction.connection());
        var known = HashMap.<UUID, UUID>newHashMap(keys.size());
        sql.each(
                KNOWN,
                row -> known.put(row.getObject("key", UUID.class), row.getObject("payload", UUID.class)),
                sql.array("uuid", keys.stream()));
        return known;
    }

    void append(List<Line> lines) {
        var connection = transaction.connection();
        var entries = new BinaryCopy(connection, ENTRIES);
        for (var line : lines) {
            var entry = line.entry();
            entries.row(11)
                    .integer(line.account().number())
                    .date(line.account().day())
                    .integer(line.position())
                    .text(entry.source())
                    .text(entry.id())
                    .text(entry.meter())
                    .numeric(entry.quantity())
                    .micros(entry.micros())
                    .text(entry.dimensions())
                    .text(entry.reason())
                    .bytes(line.hash());
        }
        entries.finish();
        var keys = new BinaryCopy(connection, KEYS);
        for (var line : lines) {
            keys.row(2).uuid(line.key()).uuid(line.payload());
        }
        keys.finish();
    }
}
