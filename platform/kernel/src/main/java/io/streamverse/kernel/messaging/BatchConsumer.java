package io.streamverse.kernel.messaging;

import io.streamverse.events.Event;
import io.streamverse.kernel.tenancy.TenantSpace;
import java.util.List;

/// Takes the events of one topic by the batch, for a store that cannot share a transaction with the inbox.
///
/// A batch that was begun comes again until it was taken, after a crash too, and then with the same token and the same
/// events: whoever knows the token has only to do what is left of it.
public interface BatchConsumer<E extends Event> {
    /// `<app>.<room>`: the Kafka group. Never reused for another purpose.
    String name();

    Class<E> events();

    /// An exception means: not yet. It is then tried again, later and for ever.
    void take(String token, List<Told<E>> batch);

    record Told<E extends Event>(TenantSpace space, E event) {}
}
