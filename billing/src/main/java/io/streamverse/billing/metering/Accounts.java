package io.streamverse.billing.metering;

import io.streamverse.kernel.messaging.OpenTransaction;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/// Locks spaces, always in the same order, and keeps where their days stand.
@Singleton
class Accounts {
    private static final String BEGIN = """
            INSERT INTO billing.ledger_space (tenant, environment)
            SELECT tenant, environment FROM unnest(?::text[], ?::text[]) AS wanted (tenant, environment)
            WHERE NOT EXISTS (SELECT FROM billing.ledger_space s
                              WHERE s.tenant = wanted.tenant AND s.environment = wanted.environment)
            ORDER BY tenant, environment
            ON CONFLICT DO NOTHING
            """;
    private static final String LOCK = """
            SELECT s.id FROM billing.ledger_space s
            JOIN unnest(?::text[], ?::text[]) AS wanted (tenant, environment) USING (tenant, environment)
            ORDER BY s.id
            FOR NO KEY UPDATE OF s
            """;
    /// A statement of its own: one that waits for a lock sees what was there before it waited.
    private static final String READ = """
            SELECT s.id, tenant, environment, d.day, d.previous, d.head, d.booked FROM billing.ledger_space s
            JOIN unnest(?::text[], ?::text[]) AS wanted (tenant, environment) USING (tenant, environment)
            LEFT JOIN LATERAL (SELECT d.day, d.previous, d.head, d.booked FROM billing.ledger_day d
                               WHERE d.space = s.id ORDER BY d.day DESC LIMIT 1) d ON true
            ORDER BY s.id
            """;
    private static final String CLOSE = """
            INSERT INTO billing.ledger_day AS d (space, day, previous, head, taken, booked, duplicates, rejected)
            SELECT space, day, decode(previous, 'hex'), decode(head, 'hex'), taken, booked, duplicates, rejected
            FROM unnest(?::int[], ?::date[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
                AS closed (space, day, previous, head, taken, booked, duplicates, rejected)
            ON CONFLICT (space, day) DO UPDATE
            SET head = excluded.head, taken = d.taken + excluded.taken, booked = d.booked + excluded.booked,
                duplicates = d.duplicates + excluded.duplicates, rejected = d.rejected + excluded.rejected
            """;
    private final OpenTransaction transaction;
    private final InstantSource clock;

    Accounts(OpenTransaction transaction, InstantSource clock) {
        this.transaction = transaction;
        this.clock = clock;
    }

    Map<TenantSpace, Account> lock(Collection<TenantSpace> spaces) {
        var tenants = spaces.stream().map(it -> it.tenant().value()).toArray();
        var environments = spaces.stream().map(it -> it.environment().label()).toArray();
        var sql = new Sql(transaction.connection());
        sql.run(BEGIN, sql.texts(tenants), sql.texts(environments));
        sql.run(LOCK, sql.texts(tenants), sql.texts(environments));
        var accounts = new LinkedHashMap<TenantSpace, Account>();
        sql.each(
                READ,
                row -> {
                    var account = account(row);
                    accounts.put(account.space(), account);
                },
                sql.texts(tenants),
                sql.texts(environments));
        return accounts;
    }

    void close(Collection<Account> accounts) {
        var sql = new Sql(transaction.connection());
        sql.run(
                CLOSE,
                sql.array("int4", accounts.stream().map(Account::number)),
                sql.array("date", accounts.stream().map(Account::day)),
                sql.array("text", accounts.stream().map(it -> Hashes.hex(it.previous()))),
                sql.array("text", accounts.stream().map(it -> Hashes.hex(it.head()))),
                sql.array("int8", accounts.stream().map(it -> (long) it.booked() + it.duplicates() + it.rejected())),
                sql.array("int8", accounts.stream().map(it -> (long) it.booked())),
                sql.array("int8", accounts.stream().map(it -> (long) it.duplicates())),
                sql.array("int8", accounts.stream().map(it -> (long) it.rejected())));
    }

    /// A day goes on until a later one begins; a clock that was set back begins none.
    private Account account(ResultSet row) throws SQLException {
        var space = TenantSpace.of(row.getString("tenant"), row.getString("environment"));
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var last = row.getObject("day", LocalDate.class);
        if (last == null) {
            var nothing = Hashes.nothing();
            return new Account(row.getInt("id"), space, today, nothing, nothing, 0);
        }
        var head = row.getBytes("head");
        return last.isBefore(today)
                ? new Account(row.getInt("id"), space, today, head, head, 0)
                : new Account(row.getInt("id"), space, last, row.getBytes("previous"), head, row.getInt("booked"));
    }
}
