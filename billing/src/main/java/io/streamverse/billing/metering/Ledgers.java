package io.streamverse.billing.metering;

import io.streamverse.kernel.database.Sql;
import io.streamverse.kernel.erasure.Held;
import io.streamverse.kernel.erasure.Remainder;
import io.streamverse.kernel.erasure.Store;
import io.streamverse.kernel.erasure.Tables;
import io.streamverse.kernel.erasure.Tables.Of;
import io.streamverse.kernel.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// What `test` used was never money and goes; the ledger of `live` is what invoices are recomputed from and stays.
@Singleton
class Ledgers implements Store {
    private static final String OF_TEST =
            "space IN (SELECT id FROM billing.ledger_space WHERE tenant = ? AND environment = 'test')";
    private final Tables test;

    Ledgers(Sql sql) {
        this.test = new Tables(
                sql,
                "ledger",
                List.of(
                        new Of("billing.ledger", OF_TEST),
                        new Of("billing.usage_hour", OF_TEST),
                        new Of("billing.usage_level", OF_TEST),
                        new Of("billing.rejected_usage", OF_TEST),
                        new Of("billing.ledger_day", OF_TEST),
                        new Of("billing.ledger_space", "tenant = ? AND environment = 'test'")));
    }

    @Override
    public String name() {
        return test.name();
    }

    @Override
    public List<Held> held(TenantId tenant) {
        return test.held(tenant);
    }

    @Override
    public void erase(TenantId tenant) {
        test.erase(tenant);
    }

    @Override
    public List<Remainder> remains(TenantId tenant, Instant removedAt) {
        var ledger = Stream.of("ledger_space", "ledger", "ledger_day", "usage_hour", "usage_level", "rejected_usage")
                .map(it -> Remainder.kept(
                        "billing." + it, "The ledger of live usage and its sums; bookkeeping law, no person"));
        var others = Stream.of(
                Remainder.kept("billing.usage_backfill_part", "What the operator itself sent to be booked"),
                Remainder.kept(
                        "plumbing.dead_letter", "Usage that could not be booked, until the operator has it booked"));
        return Stream.concat(ledger, others).toList();
    }
}
