package io.streamverse.server.playback;

import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.media.index.Scheme;
import io.streamverse.server.beacons.Beacons;
import io.streamverse.server.delivery.Delivery;
import io.streamverse.server.drm.Drm;
import io.streamverse.server.manifests.Manifests;
import io.streamverse.server.manifests.Player;
import io.streamverse.server.providers.KeySystem;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a player gets to play with: tokens, and addresses with them.
@Singleton
class Answers {
    static final String PATH = "/viewer/v1/playbacks";
    private static final double FRESH = 0.6;
    private final Beacons beacons;
    private final Delivery delivery;
    private final Drm drm;
    private final Watched watched;
    private final PlaybackConfig config;
    private final Times times;

    Answers(Beacons beacons, Delivery delivery, Drm drm, Watched watched, PlaybackConfig config, Times times) {
        this.beacons = beacons;
        this.delivery = delivery;
        this.drm = drm;
        this.watched = watched;
        this.config = config;
        this.times = times;
    }

    /// Players that rewrite addresses are kept on a short line; others need one token for the whole play, and a pause.
    Instant tokenUntil(Player player, long durationMs, Instant now, Instant endsAt) {
        var life = player.rewrites()
                ? config.tokenLife()
                : Duration.ofMillis(durationMs).plus(config.pause());
        var until = now.plus(life);
        return until.isBefore(endsAt) ? until : endsAt;
    }

    PlaybackResponse started(PlaybackSession session, Scheme scheme, Set<String> keySystems, Origin origin) {
        var permit = session.permit(session.tokenUntil(), origin.network());
        var base = origin.base();
        return new PlaybackResponse(
                session.id(),
                PlaybackResponse.State.ALLOWED,
                manifests(base + delivery.folder(permit), session.variant()),
                drm(session.id(), scheme, keySystems, base),
                delivery.token(permit),
                renewAfter(session.startedAt(), session.tokenUntil()),
                session.kept() ? 0 : config.heartbeat().toSeconds(),
                watched.resumeAtSeconds(session),
                beacons.address(base, session.play(TenantContext.current())),
                OfflineResponse.of(session, times.endOf(session)));
    }

    RenewalResponse renewed(PlaybackSession session, Instant now, Instant until, Origin origin) {
        var permit = session.permit(until, origin.network());
        return new RenewalResponse(
                session.id(),
                manifests(origin.base() + delivery.folder(permit), session.variant()),
                delivery.token(permit),
                renewAfter(now, until),
                OfflineResponse.of(session, times.endOf(session)));
    }

    private static ManifestsResponse manifests(String folder, String variant) {
        return new ManifestsResponse(
                "%s%s/%s".formatted(folder, variant, Manifests.HLS),
                "%s%s/%s".formatted(folder, variant, Manifests.DASH));
    }

    private static long renewAfter(Instant now, Instant until) {
        return Math.max(1, (long) (Duration.between(now, until).toSeconds() * FRESH));
    }

    private DrmResponse drm(String session, Scheme scheme, Set<String> keySystems, String base) {
        var folder = "%s%s/%s/licence/".formatted(base, PATH, session);
        var served = scheme == Scheme.NONE ? Set.<KeySystem>of() : drm.systems();
        return new DrmResponse(
                address(folder, KeySystem.CLEARKEY, served, keySystems),
                address(folder, KeySystem.WIDEVINE, served, keySystems),
                address(folder, KeySystem.PLAYREADY, served, keySystems),
                scheme == Scheme.CBCS ? address(folder, KeySystem.FAIRPLAY, served, keySystems) : null);
    }

    private static @Nullable LicenceAddress address(
            String folder, KeySystem system, Set<KeySystem> served, Set<String> keySystems) {
        var name = system.name().toLowerCase(Locale.ROOT);
        return served.contains(system) && keySystems.contains(name) ? new LicenceAddress(folder + name) : null;
    }
}
