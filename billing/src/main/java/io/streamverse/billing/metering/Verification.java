package io.streamverse.billing.metering;

import io.micronaut.transaction.TransactionOperations;
import io.streamverse.kernel.tenancy.Environment;
import io.streamverse.kernel.tenancy.TenantId;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Hashes days again, entry by entry, and looks whether each day stands on the one before.
@Singleton
class Verification {
    private static final String DAYS = """
            SELECT d.space, d.day, d.previous, d.head, d.booked, s.environment,
                   (SELECT e.head FROM billing.ledger_day e WHERE e.space = d.space AND e.day < d.day
                    ORDER BY e.day DESC LIMIT 1) AS before
            FROM billing.ledger_day d JOIN billing.ledger_space s ON s.id = d.space
            WHERE s.tenant = ? AND d.day BETWEEN ? AND ? ORDER BY s.environment, d.day
            """;
    private static final String ENTRIES = "SELECT position, hash, " + LedgerRepository.ENTRY
            + " FROM billing.ledger WHERE space = ? AND booked_on = ? ORDER BY position";
    private final TransactionOperations<Connection> database;

    Verification(@Named("default") TransactionOperations<Connection> database) {
        this.database = database;
    }

    private record Day(int space, Environment environment, LocalDate day, Chain chain) {}

    List<VerifiedDay> verify(TenantId tenant, LocalDate from, LocalDate to) {
        return database.executeRead(status -> {
            var sql = new Sql(status.getConnection());
            var days = new ArrayList<Day>();
            sql.each(DAYS, row -> days.add(day(row)), tenant.value(), from, to);
            days.forEach(it -> sql.each(ENTRIES, it.chain()::next, it.space(), it.day()));
            return days.stream()
                    .map(it -> it.chain().verdict(it.environment(), it.day()))
                    .toList();
        });
    }

    private static Day day(ResultSet row) throws SQLException {
        var before = row.getBytes("before");
        var previous = row.getBytes("previous");
        var chain = new Chain(previous, row.getBytes("head"), row.getLong("booked"));
        if (!Arrays.equals(previous, before == null ? Hashes.nothing() : before)) {
            chain.broken("it does not stand on the day before");
        }
        return new Day(
                row.getInt("space"),
                Environment.of(row.getString("environment")),
                row.getObject("day", LocalDate.class),
                chain);
    }

    private static final class Chain {
        private final MessageDigest sha256 = Hashes.sha256();
        private final byte[] head;
        private final long expected;
        private byte[] hash;
        private long entries;
        private @Nullable String fault;

        Chain(byte[] previous, byte[] head, long expected) {
            this.hash = previous;
            this.head = head;
            this.expected = expected;
        }

        void next(ResultSet row) throws SQLException {
            entries++;
            hash = LedgerRepository.entry(row).hash(sha256, hash);
            if (row.getInt("position") != entries) {
                broken("entry " + entries + " is missing");
            }
            if (!Arrays.equals(hash, row.getBytes("hash"))) {
                broken("entry " + row.getInt("position") + " is not what was booked");
            }
        }

        void broken(String what) {
            if (fault == null) {
                fault = what;
            }
        }

        VerifiedDay verdict(Environment environment, LocalDate day) {
            if (entries != expected) {
                broken("%d entries were booked, %d are there".formatted(expected, entries));
            }
            if (!Arrays.equals(hash, head)) {
                broken("the last entry is not the one that was booked last");
            }
            return new VerifiedDay(environment, day, entries, Hashes.hex(head), fault == null, fault);
        }
    }
}
