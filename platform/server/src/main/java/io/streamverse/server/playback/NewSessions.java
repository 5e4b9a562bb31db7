package io.streamverse.server.playback;

import static java.util.Objects.requireNonNull;

import io.streamverse.kernel.ids.Ids;
import io.streamverse.server.access.Holding;
import io.streamverse.server.viewers.ViewerSession;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Puts into a session what was decided.
@Singleton
class NewSessions {
    private final Answers answers;
    private final PlaybackConfig config;
    private final Times times;
    private final Ids ids;

    NewSessions(Answers answers, PlaybackConfig config, Times times, Ids ids) {
        this.answers = answers;
        this.config = config;
        this.times = times;
        this.ids = ids;
    }

    PlaybackSession of(ViewerSession login, StartRequest wish, Gathered gathered) {
        var asset = requireNonNull(gathered.asset());
        var showing = requireNonNull(gathered.showing());
        var situation = gathered.situation();
        var profile = situation.profile();
        var holding = situation.holding();
        var keep = situation.keep();
        var now = times.now();
        var device = wish.device();
        var player = device.capabilities().player();
        var lasting = keep == null
                ? Lasting.streamed(situation, now.plus(config.longest()))
                : Lasting.kept(situation, keep, now);
        return new PlaybackSession(
                ids.next(PlaybackSession.PREFIX),
                login.viewerId(),
                login.id(),
                profile == null ? null : profile.id(),
                wish.titleId(),
                asset.assetId(),
                asset.version(),
                showing.variant(),
                showing.tracks(),
                device.id(),
                device.name(),
                device.kind(),
                player,
                situation.territory(),
                nameOf(holding),
                gathered.maximumHeight(),
                situation.streams(login.maxStreams()),
                asset.durationMs(),
                now,
                now,
                answers.tokenUntil(player, asset.durationMs(), now, times.endOf(lasting)),
                lasting.endsAt(),
                null,
                null,
                keep != null,
                keep == null ? null : asset.keyId(),
                holding == null || !holding.isRental() ? null : holding.grantId(),
                lasting.holdsUntil(),
                lasting.playWithinHours());
    }

    private static @Nullable String nameOf(@Nullable Holding holding) {
        return holding == null ? null : holding.tier().name();
    }
}
