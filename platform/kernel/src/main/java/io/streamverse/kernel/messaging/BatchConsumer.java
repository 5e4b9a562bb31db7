package io.streamverse.kernel.messaging;

import io.streamverse.events.Event;
import io.streamverse.kernel.tenancy.TenantSpace;
import java.util.List;
import java.util.Optional;

/// Takes the events of one topic by the batch, for a store that cannot share a transaction with the inbox.
///
/// A batch that was begun comes again until it was taken, after a crash too, and then with the same token and the same
/// events: whoever knows the token has only to do what is left of it.
public interface BatchConsumer<E extends Event> {
    /// `<app>.<room>`: the Kafka group. Never reused for another purpose.
    String name();

    Class<E> events();

    /// An exception means: not yet. It is then tried again, later and for ever. `Unacceptable` means: never. The batch
    /// then comes by halves, each with its own token, until what is at fault stands alone: a dead letter.
    void take(String token, List<Told<E>> batch);

    record Told<E extends Event>(TenantSpace space, E event) {
        /// Empty where it is of no tenant.
        static <E extends Event> Optional<Told<E>> of(Class<E> events, Envelope envelope) {
            return Optional.ofNullable(envelope.space())
                    .map(space -> new Told<>(space, EventCodec.read(events, envelope.type(), envelope.payload())));
        }
    }
}
