package io.streamverse.server.closing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.streamverse.kernel.problem.NotFound;
import io.streamverse.kernel.schedule.ScheduledJob;
import io.streamverse.server.tenants.Tenants;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Begins the erasure of tenants whose grace is over, and goes on with all that run.
@Singleton
class EndTenants implements ScheduledJob {
    private static final Logger LOG = LoggerFactory.getLogger(EndTenants.class);
    private final Tenants tenants;
    private final Erasures erasures;
    private final ErasureRepository running;
    private final Erasing erasing;

    EndTenants(Tenants tenants, Erasures erasures, ErasureRepository running, Erasing erasing, MeterRegistry metrics) {
        this.tenants = tenants;
        this.erasures = erasures;
        this.running = running;
        this.erasing = erasing;
        Gauge.builder("streamverse.erasures.failing", running, ErasureRepository::failing)
                .strongReference(true)
                .description("Erasures with a store that could not be emptied when it was last tried")
                .register(metrics);
    }

    @Override
    public String name() {
        return "server.closing.end-tenants";
    }

    @Override
    public String cron() {
        return "*/10 * * * * *";
    }

    /// Made of parts that can be repeated, however long it takes.
    @Override
    public void run(Instant dueAt) {
        tenants.over(dueAt).forEach(it -> begin(it.value(), dueAt));
        running.open().forEach(this::goOn);
    }

    /// One that cannot go on keeps no other waiting.
    private void goOn(Erasure erasure) {
        try {
            erasing.goOn(erasure);
        } catch (RuntimeException e) {
            LOG.error("{} does not go on and will be tried again", erasure.id(), e);
        }
    }

    private void begin(String tenantId, Instant overAt) {
        try {
            erasures.beginAfterGrace(tenantId, overAt);
        } catch (NotFound e) {
            LOG.info("{} was reopened just now, or is being erased already", tenantId);
        }
    }
}
