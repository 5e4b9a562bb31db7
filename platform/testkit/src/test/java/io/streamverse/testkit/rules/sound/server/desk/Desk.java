package io.streamverse.testkit.rules.sound.server.desk;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.testkit.rules.sound.events.DeskTidied;
import io.streamverse.testkit.rules.sound.kernel.messaging.Outbox;
import io.streamverse.testkit.rules.sound.kernel.tenancy.TenantContext;
import io.streamverse.testkit.rules.sound.server.shelf.Shelf;
import java.time.InstantSource;

public class Desk {
    private final DeskRepository papers;
    private final Shelf shelf;
    private final Outbox outbox;
    private final InstantSource clock;

    Desk(DeskRepository papers, Shelf shelf, Outbox outbox, InstantSource clock) {
        this.papers = papers;
        this.shelf = shelf;
        this.outbox = outbox;
        this.clock = clock;
    }

    public int tidy() {
        return sort() + shelf.room();
    }

    @Transactional
    int sort() {
        outbox.add(new DeskTidied(TenantContext.current(), clock.instant()));
        return papers.count();
    }
}
