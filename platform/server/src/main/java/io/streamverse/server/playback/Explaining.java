package io.streamverse.server.playback;

import io.streamverse.kernel.problem.NotFound;
import io.streamverse.kernel.redis.RedisAway;
import io.streamverse.server.viewers.Viewers;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// The same decision for support, with nothing started.
@Singleton
class Explaining {
    private final Viewers viewers;
    private final Situations situations;
    private final Places places;
    private final Downloads downloads;

    Explaining(Viewers viewers, Situations situations, Places places, Downloads downloads) {
        this.viewers = viewers;
        this.situations = situations;
        this.places = places;
        this.downloads = downloads;
    }

    DecisionResponse explain(Question question) {
        var viewer = question.viewerId();
        if (viewer != null && !viewers.exists(viewer)) {
            throw new NotFound("playback.viewer.unknown", "viewer " + viewer);
        }
        var gathered = situations.gather(viewer == null ? question : withProfile(question, viewer));
        var situation = gathered.situation();
        return DecisionResponse.of(gathered, situation.with(places(viewer, situation)));
    }

    private Question withProfile(Question question, String viewer) {
        return question.with(viewers.profile(viewer, question.profileId()).orElse(null));
    }

    private Situation.@Nullable Places places(@Nullable String viewer, Situation situation) {
        if (viewer == null) {
            return null;
        }
        if (situation.keep() != null) {
            return new Situation.Places(
                    situation.downloads(), downloads.of(viewer).size());
        }
        try {
            return new Situation.Places(
                    situation.streams(null), places.held(viewer).size());
        } catch (RedisAway e) {
            return null;
        }
    }
}
