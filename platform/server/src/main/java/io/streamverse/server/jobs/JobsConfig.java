package io.streamverse.server.jobs;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/// How long a lease holds without a heartbeat, how long a worker may wait for one; how often a task is tried, how long
/// the first pause between tries is, how often its worker may be lost; after how long without a worker for it a task
/// goes from GPU to CPU; how long jobs that ended are remembered, and files of theirs that nobody named.
@ConfigurationProperties("jobs")
record JobsConfig(
        @Bindable(defaultValue = "30s") Duration lease,
        @Bindable(defaultValue = "30s") Duration longestPoll,
        @Bindable(defaultValue = "3") @Min(1) int attempts,
        @Bindable(defaultValue = "5s") Duration firstRetry,
        @Bindable(defaultValue = "10") @Min(1) int losses,
        @Bindable(defaultValue = "2m") Duration fallbackAfter,
        @Bindable(defaultValue = "30d") Duration keep,
        @Bindable(defaultValue = "24h") Duration keepOrphans) {

    Duration pauseAfter(int failures) {
        return firstRetry.multipliedBy(1L << Math.min(failures - 1, 10));
    }
}
