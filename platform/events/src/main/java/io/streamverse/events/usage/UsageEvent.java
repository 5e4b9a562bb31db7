package io.streamverse.events.usage;

import io.streamverse.events.Event;
import io.streamverse.events.Topic;
import java.time.Instant;

/// A fact that is metered. `id` is the fact's own, not the event's: told again, in whatever event, it counts once.
@Topic("usage.v1")
public sealed interface UsageEvent extends Event
        permits ApiCallsMade,
                EncodeSettled,
                BytesStored,
                BytesRemoved,
                MediaDelivered,
                LiveIngested,
                LicencesIssued,
                WebhooksSent,
                ViewerSeen {
    String id();

    Instant at();

    @Override
    default String aggregateId() {
        return id();
    }
}
