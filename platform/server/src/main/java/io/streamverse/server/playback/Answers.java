package io.streamverse.server.playback;

import io.streamverse.media.index.Scheme;
import io.streamverse.server.delivery.Delivery;
import io.streamverse.server.manifests.Manifests;
import io.streamverse.server.manifests.Player;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a player gets to play with: tokens, and addresses with them.
@Singleton
class Answers {
    static final String PATH = "/viewer/v1/playbacks";
    private static final double FRESH = 0.6;
    private final Delivery delivery;
    private final PlaybackConfig config;

    Answers(Delivery delivery, PlaybackConfig config) {
        this.delivery = delivery;
        this.config = config;
    }

    /// Players that rewrite addresses are kept on a short line; others need one token for the whole play, and a pause.
    Instant tokenUntil(Player player, long durationMs, Instant now, Instant endsAt) {
        var life = player.rewrites()
                ? config.tokenLife()
                : Duration.ofMillis(durationMs).plus(config.pause());
        var until = now.plus(life);
        return until.isBefore(endsAt) ? until : endsAt;
    }

    PlaybackResponse started(PlaybackSession session, Scheme scheme, Set<String> keySystems, String base) {
        var permit = session.permit(session.tokenUntil());
        return new PlaybackResponse(
                session.id(),
                PlaybackResponse.State.ALLOWED,
                manifests(base + delivery.folder(permit), session.variant()),
                drm(session.id(), scheme, keySystems, base),
                delivery.token(permit),
                renewAfter(session.startedAt(), session.tokenUntil()),
                config.heartbeat().toSeconds(),
                0,
                base + "/viewer/v1/events");
    }

    RenewalResponse renewed(PlaybackSession session, Instant now, Instant until, String base) {
        var permit = session.permit(until);
        return new RenewalResponse(
                session.id(),
                manifests(base + delivery.folder(permit), session.variant()),
                delivery.token(permit),
                renewAfter(now, until));
    }

    private static ManifestsResponse manifests(String folder, String variant) {
        return new ManifestsResponse(
                "%s%s/%s".formatted(folder, variant, Manifests.HLS),
                "%s%s/%s".formatted(folder, variant, Manifests.DASH));
    }

    private static long renewAfter(Instant now, Instant until) {
        return Math.max(1, (long) (Duration.between(now, until).toSeconds() * FRESH));
    }

    private static DrmResponse drm(String session, Scheme scheme, Set<String> keySystems, String base) {
        var folder = "%s%s/%s/licence/".formatted(base, PATH, session);
        var encrypted = scheme != Scheme.NONE;
        return new DrmResponse(
                address(folder, "clearkey", encrypted, keySystems),
                address(folder, "widevine", encrypted, keySystems),
                address(folder, "playready", encrypted, keySystems),
                address(folder, "fairplay", scheme == Scheme.CBCS, keySystems));
    }

    private static @Nullable LicenceAddress address(
            String folder, String system, boolean opens, Set<String> keySystems) {
        return opens && keySystems.contains(system) ? new LicenceAddress(folder + system) : null;
    }
}
