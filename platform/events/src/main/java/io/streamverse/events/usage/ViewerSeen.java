package io.streamverse.events.usage;

import java.time.Instant;

/// A viewer was there. Told as often as one likes: a viewer counts once in a month.
public record ViewerSeen(String viewerId, Instant at) implements UsageEvent {
    @Override
    public String id() {
        return viewerId;
    }
}
