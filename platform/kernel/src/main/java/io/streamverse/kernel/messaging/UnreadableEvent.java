package io.streamverse.kernel.messaging;

import org.jspecify.annotations.Nullable;

/// An event this release cannot read: trying again does not help, so it goes straight to the dead letters.
final class UnreadableEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableEvent(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
