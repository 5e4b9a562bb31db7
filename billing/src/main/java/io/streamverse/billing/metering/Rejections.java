package io.streamverse.billing.metering;

import io.streamverse.kernel.messaging.OpenTransaction;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/// What arrived as an event and could not be booked, with the reason. Its day counts it.
@Singleton
class Rejections {
    private static final String KEEP = """
            INSERT INTO billing.rejected_usage
                (space, rejected_on, rejected_at, source, id, meter, quantity, at, dimensions, code)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private final OpenTransaction transaction;
    private final Accounts accounts;
    private final InstantSource clock;

    Rejections(OpenTransaction transaction, Accounts accounts, InstantSource clock) {
        this.transaction = transaction;
        this.accounts = accounts;
        this.clock = clock;
    }

    void keep(List<Booked> refused) {
        if (refused.isEmpty()) {
            return;
        }
        var locked = accounts.lock(
                refused.stream().map(it -> it.usage().space()).distinct().toList());
        for (var one : refused) {
            var account = Objects.requireNonNull(locked.get(one.usage().space()));
            account.refused();
            write(account, one);
        }
        accounts.close(locked.values());
    }

    private void write(Account account, Booked refused) {
        var usage = refused.usage();
        new Sql(transaction.connection())
                .run(
                        KEEP,
                        account.number(),
                        account.day(),
                        clock.instant(),
                        cut(usage.source()),
                        cut(usage.id()),
                        cut(usage.meter()),
                        writable(usage.quantity()),
                        usage.at(),
                        Dimensions.text(usage.dimensions()),
                        refused.problem());
    }

    /// An event's text is as long as its sender pleases, and may hold what no database can.
    private static String cut(String text) {
        return text.replace("\0", "")
                .substring(0, Math.min(500, text.replace("\0", "").length()));
    }

    private static BigDecimal writable(BigDecimal quantity) {
        return Rules.fits(quantity) ? quantity : BigDecimal.ZERO;
    }
}
