package io.streamverse.kernel.messaging;

import io.streamverse.events.Event;

/// Takes the events of one topic, each once, in the order of its aggregate.
///
/// `on` runs in a transaction of the data source named here, with the event's tenant in charge; that transaction also
/// marks the event as taken.
public interface EventConsumer<E extends Event> {
    /// The data source of the tenant in charge.
    String ROOMS = "default";

    /// `<app>.<room>`: the Kafka group, the name in the inbox and on dead letters. Never reused for another purpose.
    String name();

    Class<E> events();

    default String dataSource() {
        return ROOMS;
    }

    /// How many events of one environment may share a transaction: more than one where they are many and small. Should
    /// one of them fail, each is taken by itself, so that `on` may be called again for those before it.
    default int atOnce() {
        return 1;
    }

    void on(E event);
}
