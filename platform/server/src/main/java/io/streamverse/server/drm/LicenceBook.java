package io.streamverse.server.drm;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.events.usage.LicencesIssued;
import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.messaging.Outbox;
import io.streamverse.server.providers.KeySystem;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// Each licence is told to billing once.
@Singleton
class LicenceBook {
    private final Outbox outbox;
    private final Ids ids;
    private final InstantSource clock;

    LicenceBook(Outbox outbox, Ids ids, InstantSource clock) {
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    void issued(KeySystem system) {
        outbox.add(new LicencesIssued(ids.next("lic"), system.label(), 1, clock.instant()));
    }
}
