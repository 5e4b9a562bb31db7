package io.streamverse.events.qoe;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One message of a player. The same moment may be in two messages; its id is what counts. `viewer` is a pseudonym, and
/// there only with consent, as are `os` and `browser`.
public record PlayerReported(
        String sessionId,
        String titleId,
        String assetId,
        long durationMs,
        String device,
        @Nullable String os,
        @Nullable String browser,
        @Nullable String player,
        @Nullable String country,
        @Nullable String viewer,
        Instant receivedAt,
        List<PlayerMoment> moments)
        implements QoeEvent {
    @Override
    public String aggregateId() {
        return sessionId;
    }
}
