package io.streamverse.kernel.messaging;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Schema(description = "An event that a consumer could not take. Nothing is lost: it waits here until it is replayed.")
public record DeadLetter(
        String id,

        @Schema(description = "Who could not take it, as `<app>.<room>`.")
        String consumer,

        String eventId,
        String topic,

        @Schema(description = "Later events of this key wait behind this one.")
        String key,

        String type,
        @Nullable String tenant,
        @Nullable String environment,

        @Schema(description = "The event's payload, as it was sent.")
        String payload,

        Instant eventAt,
        String reason,
        int attempts,
        Instant at) {}
