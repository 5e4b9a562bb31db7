package io.streamverse.server.playback;

import static java.util.Objects.requireNonNull;

import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.problem.Unavailable;
import io.streamverse.kernel.redis.RedisAway;
import io.streamverse.kernel.security.Caller;
import io.streamverse.server.access.Tier;
import io.streamverse.server.viewers.ViewerSession;
import io.streamverse.server.viewers.Watcher;
import io.streamverse.server.viewers.Viewers;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// From a wish to a playback: all rules, then a place, then the session.
@Singleton
class Starting {
    private static final Duration LATER = Duration.ofSeconds(5);
    private final Viewers viewers;
    private final Situations situations;
    private final Places places;
    private final Sessions sessions;
    private final Marks marks;
    private final Answers answers;
    private final PlaybackConfig config;
    private final Ids ids;
    private final InstantSource clock;

    Starting(
            Viewers viewers,
            Situations situations,
            Places places,
            Sessions sessions,
            Marks marks,
            Answers answers,
            PlaybackConfig config,
            Ids ids,
            InstantSource clock) {
        this.viewers = viewers;
        this.situations = situations;
        this.places = places;
        this.sessions = sessions;
        this.marks = marks;
        this.answers = answers;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    PlaybackResponse start(Caller caller, StartRequest wish, Origin origin) {
        var watcher = watcher(caller, wish.profileId());
        var device = wish.device().capabilities();
        var question = question(watcher, wish, device, origin);
        var gathered = situations.gather(question);
        gathered.situation().decide().denial().ifPresent(failed -> {
            throw Denials.of(failed, wish.titleId());
        });
        var session = session(requireNonNull(watcher).session(), wish, gathered, question.territory());
        var freed = claim(session, wish.takeover());
        begin(session, freed);
        var showing = requireNonNull(gathered.showing());
        return answers.started(session, showing.scheme(), device.keySystems(), origin.base());
    }

    /// A log-in that has ended is none, however long its token still lives.
    private @Nullable Watcher watcher(Caller caller, @Nullable String profileId) {
        return caller.kind() == Caller.Kind.VIEWER
                ? viewers.watcher(caller.viewerSession(), profileId).orElse(null)
                : null;
    }

    private static Question question(
            @Nullable Watcher watcher, StartRequest wish, Capabilities device, Origin origin) {
        if (watcher == null) {
            return new Question(wish.titleId(), null, null, null, null, origin.territory(), device);
        }
        var login = watcher.session();
        return new Question(
                wish.titleId(),
                login.viewerId(),
                wish.profileId(),
                watcher.profile(),
                login.tier(),
                login.territory() == null ? origin.territory() : login.territory(),
                device);
    }

    private PlaybackSession session(
            ViewerSession login, StartRequest wish, Gathered gathered, @Nullable String territory) {
        var asset = requireNonNull(gathered.asset());
        var showing = requireNonNull(gathered.showing());
        var situation = gathered.situation();
        var profile = situation.profile();
        var tier = situation.tier();
        var now = clock.instant();
        var device = wish.device();
        var player = device.capabilities().player();
        var endsAt = now.plus(config.longest());
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
                territory,
                nameOf(tier),
                gathered.maximumHeight(),
                situation.streams(login.maxStreams()),
                asset.durationMs(),
                now,
                now,
                answers.tokenUntil(player, asset.durationMs(), now, endsAt),
                endsAt,
                null,
                null);
    }

    private static @Nullable String nameOf(@Nullable Tier tier) {
        return tier == null ? null : tier.name();
    }

    private List<String> claim(PlaybackSession session, Takeover takeover) {
        try {
            var claim = places.claim(session.viewerId(), session.id(), session.streams(), takeover);
            if (!claim.taken()) {
                throw Denials.of(full(session.streams(), claim.sessions()), session.titleId());
            }
            return claim.sessions();
        } catch (RedisAway e) {
            throw new Unavailable("playback.places.unavailable", "Who plays now cannot be counted", LATER);
        }
    }

    private Finding full(int limit, List<String> holders) {
        var playing = sessions.all(holders).stream().map(Holder::of).toList();
        return Finding.failed(
                Step.CONCURRENCY,
                "All %d places are taken: end one, or start with takeOver or stopOthers".formatted(limit),
                Map.of("limit", limit, "sessions", playing));
    }

    private void begin(PlaybackSession session, List<String> freed) {
        try {
            sessions.begin(session, freed).forEach(marks::revoked);
        } catch (RuntimeException e) {
            marks.ended(session);
            throw e;
        }
    }
}
