package io.streamverse.server.playback;

import io.streamverse.server.access.Holding;
import io.streamverse.server.access.Tier;
import io.streamverse.server.catalog.PlayableTitle;
import io.streamverse.server.catalog.TitleAccess;
import io.streamverse.server.catalog.Window;
import io.streamverse.server.drm.Keep;
import io.streamverse.server.viewers.ViewerProfile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A viewer who is signed in and a published title that is free, unless a test says otherwise.
record ASituation(Situation situation) {
    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final TitleAccess FREE = new TitleAccess(TitleAccess.Kind.FREE, null);

    static ASituation aSituation() {
        var title = new PlayableTitle("ttl_1", true, "ast_1", FREE, List.of(), Set.of(), 0);
        var profile = new ViewerProfile("pro_1", "Ada", null, false, null, false);
        return new ASituation(new Situation(
                title, NOW, false, "vwr_1", null, null, null, profile, Situation.Fit.SHOWN, null, Map.of(), null));
    }

    Decision decide() {
        return situation.decide();
    }

    ASituation signedOut() {
        return with(title(), false, null, situation.territory(), situation.demanded(), situation.holding(), null);
    }

    ASituation draft() {
        var it = title();
        return titled(new PlayableTitle(
                it.id(), false, it.assetId(), it.access(), it.windows(), it.territories(), it.minimumAge()));
    }

    ASituation playsIn(String... territories) {
        var it = title();
        return titled(new PlayableTitle(
                it.id(), true, it.assetId(), it.access(), it.windows(), Set.of(territories), it.minimumAge()));
    }

    ASituation within(Window... windows) {
        var it = title();
        return titled(new PlayableTitle(
                it.id(), true, it.assetId(), it.access(), List.of(windows), it.territories(), it.minimumAge()));
    }

    ASituation rated(@Nullable Integer age) {
        var it = title();
        return titled(new PlayableTitle(it.id(), true, it.assetId(), it.access(), it.windows(), it.territories(), age));
    }

    ASituation demanding(Tier tier) {
        return accessed(tier.name(), tier);
    }

    ASituation forATierThatIsGone() {
        return accessed("gone", null);
    }

    ASituation suspended() {
        return with(
                title(),
                true,
                situation.viewerId(),
                situation.territory(),
                situation.demanded(),
                situation.holding(),
                situation.profile());
    }

    ASituation at(String territory) {
        return with(
                title(),
                situation.suspended(),
                situation.viewerId(),
                territory,
                situation.demanded(),
                situation.holding(),
                situation.profile());
    }

    ASituation having(Tier tier) {
        return with(
                title(),
                situation.suspended(),
                situation.viewerId(),
                situation.territory(),
                situation.demanded(),
                Holding.said(tier),
                situation.profile());
    }

    ASituation renting(Tier tier) {
        return with(
                title(),
                situation.suspended(),
                situation.viewerId(),
                situation.territory(),
                situation.demanded(),
                new Holding(tier, "grn_1", "ttl_1", NOW.plusSeconds(60), null, null),
                situation.profile());
    }

    ASituation keptFor(int days) {
        var it = situation;
        return new ASituation(new Situation(
                title(),
                NOW,
                it.suspended(),
                it.viewerId(),
                it.territory(),
                it.demanded(),
                it.holding(),
                it.profile(),
                it.fit(),
                new Keep(days, 48),
                it.exhausted(),
                it.places()));
    }

    ASituation watchedBy(ViewerProfile profile) {
        return with(
                title(),
                situation.suspended(),
                situation.viewerId(),
                situation.territory(),
                situation.demanded(),
                situation.holding(),
                profile);
    }

    ASituation fit(Situation.Fit fit) {
        return ending(fit, situation.exhausted(), situation.places());
    }

    ASituation exhausted(Map<String, Object> numbers) {
        return ending(situation.fit(), numbers, situation.places());
    }

    ASituation counted(int limit, int held) {
        return ending(situation.fit(), situation.exhausted(), new Situation.Places(limit, held));
    }

    private PlayableTitle title() {
        return situation.title();
    }

    private ASituation titled(PlayableTitle title) {
        return with(
                title,
                situation.suspended(),
                situation.viewerId(),
                situation.territory(),
                situation.demanded(),
                situation.holding(),
                situation.profile());
    }

    private ASituation accessed(String name, @Nullable Tier demanded) {
        var it = title();
        var access = new TitleAccess(TitleAccess.Kind.TIER, name);
        var title =
                new PlayableTitle(it.id(), true, it.assetId(), access, it.windows(), it.territories(), it.minimumAge());
        return with(
                title,
                situation.suspended(),
                situation.viewerId(),
                situation.territory(),
                demanded,
                situation.holding(),
                situation.profile());
    }

    private ASituation with(
            PlayableTitle title,
            boolean suspended,
            @Nullable String viewer,
            @Nullable String territory,
            @Nullable Tier demanded,
            @Nullable Holding holding,
            @Nullable ViewerProfile profile) {
        return new ASituation(new Situation(
                title,
                NOW,
                suspended,
                viewer,
                territory,
                demanded,
                holding,
                profile,
                situation.fit(),
                situation.keep(),
                situation.exhausted(),
                situation.places()));
    }

    private ASituation ending(Situation.Fit fit, Map<String, Object> exhausted, Situation.@Nullable Places places) {
        return new ASituation(new Situation(
                title(),
                NOW,
                situation.suspended(),
                situation.viewerId(),
                situation.territory(),
                situation.demanded(),
                situation.holding(),
                situation.profile(),
                fit,
                situation.keep(),
                exhausted,
                places));
    }
}
