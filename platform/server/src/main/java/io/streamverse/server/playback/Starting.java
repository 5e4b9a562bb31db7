package io.streamverse.server.playback;

import static java.util.Objects.requireNonNull;

import io.streamverse.kernel.security.Caller;
import io.streamverse.server.viewers.Viewers;
import io.streamverse.server.viewers.Watcher;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// From a wish to a playback: all rules, then a place, then the session.
@Singleton
class Starting {
    private final Viewers viewers;
    private final Situations situations;
    private final NewSessions made;
    private final Seats seats;
    private final Answers answers;

    Starting(Viewers viewers, Situations situations, NewSessions made, Seats seats, Answers answers) {
        this.viewers = viewers;
        this.situations = situations;
        this.made = made;
        this.seats = seats;
        this.answers = answers;
    }

    PlaybackResponse start(Caller caller, StartRequest wish, Origin origin) {
        var watcher = watcher(caller, wish.profileId());
        var device = wish.device().capabilities();
        var question = question(watcher, wish, device, origin);
        var gathered = situations.gather(question);
        gathered.situation().decide().denial().ifPresent(failed -> {
            throw Denials.of(failed, wish.titleId());
        });
        var session = made.of(requireNonNull(watcher).session(), wish, gathered);
        seats.take(session, gathered.situation(), wish.takeover());
        var showing = requireNonNull(gathered.showing());
        return answers.started(session, showing.scheme(), device.keySystems(), origin);
    }

    /// A log-in that has ended is none, however long its token still lives.
    private @Nullable Watcher watcher(Caller caller, @Nullable String profileId) {
        return caller.kind() == Caller.Kind.VIEWER
                ? viewers.watcher(caller.viewerSession(), profileId).orElse(null)
                : null;
    }

    private static Question question(@Nullable Watcher watcher, StartRequest wish, Capabilities device, Origin origin) {
        if (watcher == null) {
            return new Question(wish.titleId(), null, null, null, null, origin.territory(), device, wish.isOffline());
        }
        var login = watcher.session();
        var profile = watcher.profile();
        return new Question(
                wish.titleId(),
                login.viewerId(),
                wish.profileId(),
                profile == null ? null : profile.openTo(login),
                login.tier(),
                login.territory() == null ? origin.territory() : login.territory(),
                device,
                wish.isOffline());
    }
}
