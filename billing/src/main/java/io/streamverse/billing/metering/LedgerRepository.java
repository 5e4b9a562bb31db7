package io.streamverse.billing.metering;

import static java.util.Comparator.comparing;

import io.streamverse.kernel.messaging.OpenTransaction;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/// The ledger's two tables: the entries, and what makes them unique.
@Singleton
class LedgerRepository {
    private static final String KNOWN = "SELECT key, payload FROM billing.ledger_key WHERE key = ANY (?)";
    private static final String FIND = """
            SELECT e.source, e.id, e.meter, e.quantity, e.at, e.dimensions, e.reason FROM billing.ledger_key k
            JOIN billing.ledger_space s ON s.tenant = ? AND s.environment = ?
            JOIN billing.ledger e ON e.space = s.id AND e.at = k.at AND e.source = ? AND e.id = ?
            WHERE k.key = ?
            """;
    static final String ENTRY = "source, id, meter, quantity, at, dimensions, reason";
    private static final String ENTRIES = "billing.ledger (space, booked_on, position, source, id, meter, quantity, at,"
            + " dimensions, reason, hash)";
    private static final String KEYS = "billing.ledger_key (key, payload, at)";
    private static final String UNIQUE_VIOLATION = "23505";
    private static final int MANY = 100;
    private final OpenTransaction transaction;

    LedgerRepository(OpenTransaction transaction) {
        this.transaction = transaction;
    }

    /// Keeps those keys that are new; answers those that were there before, with the digests of their payloads. Many
    /// are mostly all new: to write them and see is half the work of looking first.
    Map<UUID, UUID> claim(Map<UUID, Claim> claims) {
        if (claims.size() >= MANY && allNew(claims.values())) {
            return Map.of();
        }
        var known = known(claims.keySet());
        var fresh = new HashMap<>(claims);
        fresh.keySet().removeAll(known.keySet());
        keep(fresh.values());
        return known;
    }

    Optional<Entry> find(TenantSpace space, String source, String id) {
        var found = new AtomicReference<Entry>();
        new Sql(transaction.connection())
                .each(
                        FIND,
                        row -> found.set(entry(row)),
                        space.tenant().value(),
                        space.environment().label(),
                        source,
                        id,
                        Entry.key(Hashes.sha256(), space, source, id));
        return Optional.ofNullable(found.get());
    }

    static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getString("source"),
                row.getString("id"),
                row.getString("meter"),
                row.getBigDecimal("quantity"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("dimensions"),
                row.getString("reason"));
    }

    private boolean allNew(Collection<Claim> claims) {
        var connection = transaction.connection();
        try {
            var before = connection.setSavepoint();
            try {
                keep(claims);
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
    private void keep(Collection<Claim> claims) {
        if (claims.isEmpty()) {
            return;
        }
        var rows = new BinaryCopy(transaction.connection(), KEYS);
        claims.stream()
                .sorted(comparing(Claim::key))
                .forEach(it -> rows.row(3)
                        .uuid(it.key())
                        .uuid(it.payload())
                        .micros(it.entry().micros()));
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
