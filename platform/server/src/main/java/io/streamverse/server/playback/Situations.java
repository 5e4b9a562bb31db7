package io.streamverse.server.playback;

import io.streamverse.kernel.problem.NotFound;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.server.access.Access;
import io.streamverse.server.access.Holding;
import io.streamverse.server.access.Tier;
import io.streamverse.server.catalog.Catalog;
import io.streamverse.server.catalog.PlayableTitle;
import io.streamverse.server.catalog.TitleAccess;
import io.streamverse.server.clock.BusinessTime;
import io.streamverse.server.tenants.Tenants;
import io.streamverse.server.viewers.ViewerProfile;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Asks the other rooms for what a decision goes by.
@Singleton
class Situations {
    private static final int FREE_HEIGHT = 1080;
    private final Catalog catalog;
    private final Access access;
    private final Tenants tenants;
    private final Screens screens;
    private final Allowances allowances;
    private final BusinessTime time;
    private final InstantSource clock;

    Situations(
            Catalog catalog,
            Access access,
            Tenants tenants,
            Screens screens,
            Allowances allowances,
            BusinessTime time,
            InstantSource clock) {
        this.catalog = catalog;
        this.access = access;
        this.tenants = tenants;
        this.screens = screens;
        this.allowances = allowances;
        this.time = time;
        this.clock = clock;
    }

    Gathered gather(Question asked) {
        var title = catalog.playable(asked.titleId()).orElseThrow(() -> unknownTitle(asked.titleId()));
        var profile = profile(asked);
        var demanded = demanded(title);
        var holding = holding(asked, title, demanded);
        var height = maximumHeight(title, holding);
        var screen = screens.look(title.assetId(), asked.device(), height);
        var situation = new Situation(
                title,
                time.now(),
                suspended(),
                asked.viewerId(),
                asked.territory(),
                demanded,
                holding,
                profile,
                screen.fit(),
                asked.offline() ? screens.keep(screen.asset(), height) : null,
                allowances.exhausted(),
                null);
        return new Gathered(situation, height, screen.asset(), screen.showing());
    }

    boolean suspended() {
        return tenants.stopsPlayback(TenantContext.current().tenant(), clock.instant());
    }

    static NotFound unknownTitle(String id) {
        return new NotFound("playback.title.unknown", "title " + id);
    }

    private static @Nullable ViewerProfile profile(Question asked) {
        if (asked.viewerId() != null && asked.profileId() != null && asked.profile() == null) {
            throw new NotFound("playback.profile.unknown", "profile " + asked.profileId());
        }
        return asked.profile();
    }

    /// What the tenant said of its own account holds, unless only a grant opens the title; else what was granted.
    private @Nullable Holding holding(Question asked, PlayableTitle title, @Nullable Tier demanded) {
        var viewer = asked.viewerId();
        if (viewer == null) {
            return null;
        }
        var rank = demanded == null ? 0 : demanded.rank();
        var name = asked.tier();
        var said = name == null ? null : access.tier(name).map(Holding::said).orElse(null);
        if (said != null && (demanded == null || said.opens(demanded))) {
            return said;
        }
        var granted = access.holding(viewer, title.id(), rank).orElse(null);
        if (said == null && name == null) {
            return granted;
        }
        return granted != null && demanded != null && granted.opens(demanded) ? granted : said;
    }

    private @Nullable Tier demanded(PlayableTitle title) {
        var name = title.access().tier();
        return name == null ? null : access.tier(name).orElse(null);
    }

    private static @Nullable Integer maximumHeight(PlayableTitle title, @Nullable Holding holding) {
        if (holding != null) {
            return holding.tier().maximumHeight();
        }
        return title.access().kind() == TitleAccess.Kind.FREE ? Integer.valueOf(FREE_HEIGHT) : null;
    }
}
