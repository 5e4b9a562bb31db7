package io.streamverse.server.browse;

import static java.util.stream.Collectors.toMap;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.streamverse.kernel.problem.NotFound;
import io.streamverse.kernel.security.Caller;
import io.streamverse.server.access.Access;
import io.streamverse.server.access.OfferedTier;
import io.streamverse.server.access.Tier;
import io.streamverse.server.catalog.Audience;
import io.streamverse.server.clock.BusinessTime;
import io.streamverse.server.viewers.ViewerProfile;
import io.streamverse.server.viewers.ViewerSession;
import io.streamverse.server.viewers.Viewers;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds out who looks.
@Singleton
class Onlookers {
    private final Viewers viewers;
    private final Access access;
    private final BusinessTime time;
    private final EdgeConfig config;

    Onlookers(Viewers viewers, Access access, BusinessTime time, EdgeConfig config) {
        this.viewers = viewers;
        this.access = access;
        this.time = time;
        this.config = config;
    }

    Onlooker of(HttpRequest<?> http, @Nullable String profileId) {
        var caller = Caller.of(http);
        var languages = http.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE);
        if (caller.kind() != Caller.Kind.VIEWER) {
            return new Onlooker(
                    null, Onlooker.NONE, ranks(), new Audience(null, territory(http), time.now()), languages);
        }
        var session = viewers.session(caller.viewerSession());
        var profile = profile(caller.id(), profileId).openTo(session.orElse(null));
        var said = session.map(ViewerSession::territory).orElse(null);
        return new Onlooker(
                profile.id(),
                rank(caller.id(), session),
                ranks(),
                new Audience(profile.maximumAge(), said == null ? territory(http) : said, time.now()),
                preferred(profile, languages));
    }

    /// The viewer's first one where none is named.
    private ViewerProfile profile(String viewerId, @Nullable String profileId) {
        return viewers.profile(viewerId, profileId)
                .orElseThrow(() -> new NotFound("viewers.profile.unknown", "profile " + profileId));
    }

    private int rank(String viewerId, Optional<ViewerSession> session) {
        return session.map(ViewerSession::tier)
                .map(access::tier)
                .orElseGet(() -> access.tierOf(viewerId))
                .map(Tier::rank)
                .orElse(Onlooker.NONE);
    }

    private Map<String, Integer> ranks() {
        return access.tiers().stream().map(OfferedTier::tier).collect(toMap(Tier::name, Tier::rank));
    }

    private @Nullable String territory(HttpRequest<?> http) {
        var said = config.territoryHeader().isEmpty() ? null : http.getHeaders().get(config.territoryHeader());
        return said == null || said.length() != 2 ? null : said.toUpperCase(Locale.ROOT);
    }

    private static @Nullable String preferred(ViewerProfile profile, @Nullable String languages) {
        var own = profile.language();
        if (own == null) {
            return languages;
        }
        return languages == null ? own : own + "," + languages;
    }
}
