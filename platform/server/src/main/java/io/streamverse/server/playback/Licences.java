package io.streamverse.server.playback;

import io.streamverse.kernel.problem.NotFound;
import io.streamverse.kernel.security.Caller;
import io.streamverse.server.drm.Drm;
import io.streamverse.server.drm.KeySystem;
import io.streamverse.server.drm.Licence;
import io.streamverse.server.drm.LicencePolicy;
import io.streamverse.server.media.Media;
import io.streamverse.server.media.PlayableAsset;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Licences are for sessions that run, and for the keys of what they play.
@Singleton
class Licences {
    private final Running running;
    private final Media media;
    private final Drm drm;
    private final PlaybackConfig config;
    private final InstantSource clock;

    Licences(Running running, Media media, Drm drm, PlaybackConfig config, InstantSource clock) {
        this.running = running;
        this.media = media;
        this.drm = drm;
        this.config = config;
        this.clock = clock;
    }

    Licence issue(Caller viewer, String id, KeySystem system, @Nullable String keyId, byte[] challenge) {
        var session = running.admitted(viewer, id);
        var keys =
                keysOf(session).filter(it -> keyId == null || it.equals(keyId)).collect(Collectors.toSet());
        if (keys.isEmpty()) {
            throw new NotFound("playback.key.unknown", "such key in this playback");
        }
        return drm.licence(system, challenge, keys, policy(session));
    }

    /// Of what it plays; none of pictures that its viewer does not get.
    private Stream<String> keysOf(PlaybackSession session) {
        return media.playable(session.assetId(), session.assetVersion()).map(PlayableAsset::keyId).stream()
                .flatMap(it -> drm.keys(it).stream())
                .filter(it -> it.within(session.maximumHeight()))
                .map(it -> it.key().keyId());
    }

    private LicencePolicy policy(PlaybackSession session) {
        return new LicencePolicy(until(session), session.maximumHeight(), null);
    }

    private Instant until(PlaybackSession session) {
        var until = clock.instant().plus(config.licenceLife());
        return until.isBefore(session.endsAt()) ? until : session.endsAt();
    }
}
