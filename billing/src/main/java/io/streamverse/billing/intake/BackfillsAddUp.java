package io.streamverse.billing.intake;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.streamverse.kernel.schedule.ScheduledJob;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Of every file: all lines were booked or refused, or are pending.
@Singleton
class BackfillsAddUp implements ScheduledJob {
    private static final Logger LOG = LoggerFactory.getLogger(BackfillsAddUp.class);
    private final BackfillRepository backfills;
    private final AtomicInteger wrong = new AtomicInteger();
    private final AtomicLong pending = new AtomicLong();

    BackfillsAddUp(BackfillRepository backfills, MeterRegistry metrics) {
        this.backfills = backfills;
        Gauge.builder("streamverse.usage.pending", pending, AtomicLong::get)
                .description("Usage that arrived and is neither booked nor refused")
                .tag("what", "lines of files")
                .register(metrics);
        Gauge.builder("streamverse.usage.backfills.unaccounted", wrong, AtomicInteger::get)
                .description("Files of usage that do not add up")
                .register(metrics);
    }

    @Override
    public String name() {
        return "billing.intake.adds-up";
    }

    @Override
    public String cron() {
        return "0 25 * * * *";
    }

    @Override
    public void run(Instant dueAt) {
        var faults = backfills.unaccounted();
        faults.forEach(it -> LOG.error("Usage does not add up: {}", it));
        wrong.set(faults.size());
        pending.set(backfills.pending());
    }
}
