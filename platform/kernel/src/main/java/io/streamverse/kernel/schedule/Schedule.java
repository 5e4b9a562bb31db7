package io.streamverse.kernel.schedule;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Schema(description = "A job that runs by the clock, on one server at a time.")
public record Schedule(
        String name,

        @Schema(description = "Six fields, seconds first, in UTC.")
        String cron,

        Instant nextDueAt,

        @Schema(description = "The server that runs it now.") @Nullable
        String leader,

        @Nullable Instant lastDueAt,
        @Nullable Instant lastRunAt,
        @Schema(description = "Milliseconds.") @Nullable Long lastTookMs,

        @Schema(description = "`ok`, or why it failed.") @Nullable
        String lastResult,

        @Schema(description = "Failures in a row.") int failures) {}
