package io.streamverse.billing.metering;

import io.micronaut.transaction.TransactionOperations;
import io.streamverse.kernel.schedule.ScheduledJob;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// Makes the ledger's partitions long before they are needed, and the last month's: a clock may be set back.
@Singleton
class MakeMonths implements ScheduledJob {
    private static final int AHEAD = 3;
    private final TransactionOperations<Connection> database;

    MakeMonths(@Named("default") TransactionOperations<Connection> database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "billing.metering.make-months";
    }

    @Override
    public String cron() {
        return "0 10 * * * *";
    }

    @Override
    public void run(Instant dueAt) {
        var day = LocalDate.ofInstant(dueAt, ZoneOffset.UTC);
        for (int month = -1; month <= AHEAD; month++) {
            var wanted = day.plusMonths(month);
            database.executeWrite(
                    status -> new Sql(status.getConnection()).run("CALL billing.make_ledger_month(?)", wanted));
        }
    }
}
