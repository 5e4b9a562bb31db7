package io.streamverse.server.playback;

import io.streamverse.kernel.redis.RedisAway;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What others are told when a session ends. The row is what counts: where Redis is away, renewals and licences go by
/// it alone.
@Singleton
class Marks {
    private static final Logger LOG = LoggerFactory.getLogger(Marks.class);
    private final Places places;
    private final Revocations revocations;

    Marks(Places places, Revocations revocations) {
        this.places = places;
        this.revocations = revocations;
    }

    /// Its place is free.
    void ended(PlaybackSession session) {
        try {
            places.release(session.viewerId(), session.id());
        } catch (RedisAway e) {
            LOG.warn("Redis was not told that {} ended", session.id(), e);
        }
    }

    /// Its place is free, and its token opens no manifest and no key any more.
    void revoked(PlaybackSession session) {
        ended(session);
        revocations.add(session.id(), session.tokenUntil());
    }
}
