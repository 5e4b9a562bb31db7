package io.streamverse.server.delivery;

import io.streamverse.kernel.schedule.ScheduledJob;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/// Logs that nobody sent anything of for long. What is in one would be too late to be billed.
@Singleton
class ForgetLogs implements ScheduledJob {
    private static final Duration KEPT = Duration.ofDays(70);
    private final LogRepository logs;

    ForgetLogs(LogRepository logs) {
        this.logs = logs;
    }

    @Override
    public String name() {
        return "server.delivery.forget-logs";
    }

    @Override
    public String cron() {
        return "0 27 3 * * *";
    }

    @Override
    public void run(Instant dueAt) {
        logs.forget(dueAt.minus(KEPT));
    }
}
