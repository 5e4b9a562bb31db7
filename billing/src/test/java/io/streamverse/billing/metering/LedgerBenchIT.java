package io.streamverse.billing.metering;

import io.streamverse.billing.BillingStage;
import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.tenancy.TenantSpace;
import io.streamverse.testkit.bench.Measurement;
import io.streamverse.testkit.bench.Rounds;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What booking costs over writing the same rows, bare, into a table with the same unique key.
@Tag("bench")
class LedgerBenchIT {
    private static final int BATCH = 10_000;
    private static final int BATCHES = 10;
    private static final int ROUNDS = 7;
    private final BillingStage stage = BillingStage.shared();
    private final Metering metering = stage.bean(Metering.class);
    private final Ids ids = stage.bean(Ids.class);
    private final TenantSpace space = stage.newSpace();

    @Test
    void bookingKeepsUpWithCopy() throws SQLException {
        stage.run("""
                CREATE TABLE public.bare (tenant text NOT NULL, environment text NOT NULL, source text NOT NULL,
                    id text NOT NULL, meter text NOT NULL, quantity numeric NOT NULL, at timestamptz NOT NULL,
                    dimensions text NOT NULL, UNIQUE (tenant, environment, source, id))
                """);
        var rounds = new Rounds();
        try (var connection = stage.superuser()) {
            connection.setAutoCommit(false);
            for (int round = 0; round < ROUNDS; round++) {
                var bare = bare(connection);
                var booked = booked();
                rounds.add(
                        Map.of("bare per second", bare, "booked per second", booked, "booked / bare", booked / bare));
            }
        }
        Measurement.report(
                Measurement.atLeast("ledger-share", rounds.median("booked / bare"), "ratio", 0.4, rounds),
                Measurement.atLeast("ledger-rate", rounds.median("booked per second"), "/s", 50_000, rounds));
    }

    private double bare(Connection connection) throws SQLException {
        var batches = batches();
        var start = System.nanoTime();
        for (var batch : batches) {
            var rows = new BinaryCopy(connection, "public.bare");
            for (var usage : batch) {
                rows.row(8)
                        .text(usage.space().tenant().value())
                        .text(usage.space().environment().label())
                        .text(usage.source())
                        .text(usage.id())
                        .text(usage.meter())
                        .numeric(usage.quantity())
                        .micros(Entry.of(usage, null).micros())
                        .text(Dimensions.text(usage.dimensions()));
            }
            rows.finish();
            connection.commit();
        }
        return BATCH * BATCHES * 1e9 / (System.nanoTime() - start);
    }

    private double booked() {
        var batches = batches();
        var start = System.nanoTime();
        batches.forEach(metering::book);
        return BATCH * BATCHES * 1e9 / (System.nanoTime() - start);
    }

    private List<List<Usage>> batches() {
        var now = Instant.now();
        var batches = new ArrayList<List<Usage>>();
        for (int i = 0; i < BATCHES; i++) {
            var batch = new ArrayList<Usage>();
            for (int j = 0; j < BATCH; j++) {
                batch.add(new Usage(
                        space,
                        "delivery",
                        ids.next("dlv"),
                        "delivery.bytes",
                        BigDecimal.valueOf(1_000_000 + j),
                        now.minusSeconds(j % 7200),
                        Map.of("via", j % 3 == 0 ? "edge" : "server")));
            }
            batches.add(batch);
        }
        return batches;
    }
}
