package io.streamverse.server.playback;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How far the people behind an account got: what players say with their heartbeats, and when they end.
@Singleton
public class Watched {
    private final PositionRepository positions;
    private final InstantSource clock;

    Watched(PositionRepository positions, InstantSource clock) {
        this.positions = positions;
        this.clock = clock;
    }

    /// Newest first.
    public List<WatchedTitle> latest(String profileId, @Nullable Instant before, int size) {
        return positions.latest(profileId, before, size);
    }

    public Optional<WatchedTitle> find(String profileId, String titleId) {
        return positions.find(profileId, titleId);
    }

    public void forget(String profileId, String titleId) {
        positions.forget(profileId, titleId);
    }

    void at(String viewerId, String sessionId, @Nullable Long positionMs) {
        if (positionMs != null) {
            positions.keep(sessionId, viewerId, positionMs, clock.instant());
        }
    }

    long resumeAtSeconds(PlaybackSession session) {
        var profile = session.profileId();
        return profile == null
                ? 0
                : positions
                        .find(profile, session.titleId())
                        .map(WatchedTitle::resumeAtSeconds)
                        .orElse(0L);
    }
}
