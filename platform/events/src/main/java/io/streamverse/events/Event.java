package io.streamverse.events;

/// A past fact. Events of one aggregate stay in order.
public interface Event {
    String aggregateId();
}
