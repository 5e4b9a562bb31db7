package io.streamverse.billing.metering;

import static java.util.Map.Entry.comparingByKey;

import io.streamverse.kernel.messaging.OpenTransaction;
import jakarta.inject.Singleton;
import java.sql.SQLException;
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
    private static final String UNIQUE_VIOLATION = "23505";
    private static final int MANY = 100;
    private final OpenTransaction transaction;

    LedgerRepository(OpenTransaction transaction) {
        this.transaction = transaction;
    }

    /// Keeps those keys that are new, with the digests of their payloads; answers those that were there before, with
    /// theirs. Many are mostly all new: to write them and see is half the work of looking first.
    Map<UUID, UUID> claim(Map<UUID, UUID> payloads) {
        if (payloads.size() >= MANY && allNew(payloads)) {
            return Map.of();
        }
        var known = known(payloads.keySet());
        var fresh = new HashMap<>(payloads);
        fresh.keySet().removeAll(known.keySet());
        keep(fresh);
        return known;
    }

    private boolean allNew(Map<UUID, UUID> payloads) {
        var connection = transaction.connection();
        try {
            var before = connection.setSavepoint();
            try {
                keep(payloads);
                connection.releaseSavepoint(before);
                return true;
            } catch (SqlFailure e) {
                if (!UNIQUE_VIOLATION.equals(e.state())) {
                    throw e;
                }
                connection.rollback(before);
                return false;
            }
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private Map<UUID, UUID> known(Collection<UUID> keys) {
        var sql = new Sql(transaction.connection());
        var known = new HashMap<UUID, UUID>();
        sql.each(
                KNOWN,
                row -> known.put(row.getObject("key", UUID.class), row.getObject("payload", UUID.class)),
                sql.array("uuid", keys.stream()));
        return known;
    }

    /// In the order of the index, which is then walked rather than jumped about in.
    private void keep(Map<UUID, UUID> payloads) {
        if (payloads.isEmpty()) {
            return;
        }
        var rows = new BinaryCopy(transaction.connection(), KEYS);
        payloads.entrySet().stream()
                .sorted(comparingByKey())
                .forEach(it -> rows.row(2).uuid(it.getKey()).uuid(it.getValue()));
        rows.finish();
    }

    void append(List<Line> lines) {
        var rows = new BinaryCopy(transaction.connection(), ENTRIES);
        for (var line : lines) {
            var entry = line.entry();
            rows.row(11)
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
        rows.finish();
    }
}
