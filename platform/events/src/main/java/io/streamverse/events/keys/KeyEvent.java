package io.streamverse.events.keys;

import io.streamverse.events.Event;
import io.streamverse.events.Topic;

@Topic("keys.v1")
public sealed interface KeyEvent extends Event permits KeyCreated, KeyRotated, KeyRevoked {
    String keyId();

    @Override
    default String aggregateId() {
        return keyId();
    }
}
