package io.streamverse.server.playback;

import static io.streamverse.server.playback.ASituation.NOW;
import static io.streamverse.server.playback.ASituation.aSituation;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.server.access.Tier;
import io.streamverse.server.catalog.Window;
import io.streamverse.server.viewers.ViewerProfile;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DecisionTest {
    private static final Tier BASIC = new Tier("basic", 1, 576, 1, 0);
    private static final Tier PREMIUM = new Tier("premium", 3, 2160, 4, 15);

    @Test
    void whoeverIsSignedInMayWatchWhatIsFree() {
        var decision = aSituation().decide();

        assertThat(decision.denial()).isEmpty();
        assertThat(decision.findings()).extracting(Finding::step).containsExactly(Step.values());
    }

    @Test
    void aGuestIsAskedToSignIn() {
        assertThat(denial(aSituation().signedOut())).isEqualTo(Step.SIGNED_OUT);
    }

    @Test
    void aDraftIsNoTitleForAnybody() {
        assertThat(denial(aSituation().draft().signedOut())).isEqualTo(Step.TITLE);
    }

    @Test
    void aTitleWithoutAnAssetThatIsReadyIsNone() {
        assertThat(denial(aSituation().fit(Situation.Fit.NOT_READY))).isEqualTo(Step.TITLE);
    }

    @Test
    void aSuspendedServicePlaysNothing() {
        assertThat(denial(aSituation().suspended())).isEqualTo(Step.SUSPENDED);
    }

    @Test
    void aTierHoldsWhatIsForTheLowerOnes() {
        assertThat(aSituation().demanding(BASIC).having(PREMIUM).decide().denial())
                .isEmpty();
        assertThat(aSituation().demanding(PREMIUM).having(PREMIUM).decide().denial())
                .isEmpty();
    }

    @Test
    void aLowerTierOrNoneIsToldWhichItTakes() {
        assertThat(facts(aSituation().demanding(PREMIUM).having(BASIC)))
                .isEqualTo(Map.of("tier", "premium", "yourTier", "basic"));
        assertThat(facts(aSituation().demanding(PREMIUM))).isEqualTo(Map.of("tier", "premium"));
    }

    @Test
    void whatWasRentedPlaysWhateverItIsFor() {
        assertThat(aSituation().demanding(PREMIUM).renting(BASIC).decide().denial())
                .isEmpty();
    }

    @Test
    void aDeviceKeepsWhatItsTierAndTheTracksAllow() {
        assertThat(aSituation().having(PREMIUM).keptFor(30).decide().denial()).isEmpty();
        assertThat(denial(aSituation().having(PREMIUM).keptFor(0))).isEqualTo(Step.OFFLINE);
        assertThat(facts(aSituation().having(BASIC).keptFor(30))).isEqualTo(Map.of("tier", "basic"));
        assertThat(denial(aSituation().keptFor(30))).isEqualTo(Step.OFFLINE);
    }

    @Test
    void whatIsKeptIsCountedInsteadOfWhatPlays() {
        var full = aSituation().having(PREMIUM).counted(1, 1);

        assertThat(denial(full)).isEqualTo(Step.CONCURRENCY);
        assertThat(denial(full.keptFor(30))).isEqualTo(Step.DOWNLOADS);
    }

    @Test
    void aTierThatIsGoneOpensNothing() {
        assertThat(denial(aSituation().forATierThatIsGone().having(PREMIUM))).isEqualTo(Step.NO_ENTITLEMENT);
    }

    @Test
    void aTitleOfSomeTerritoriesPlaysNowhereElse() {
        var french = aSituation().playsIn("FR");

        assertThat(french.at("FR").decide().denial()).isEmpty();
        assertThat(denial(french.at("DE"))).isEqualTo(Step.TERRITORY);
        assertThat(denial(french)).isEqualTo(Step.TERRITORY);
    }

    @Test
    void aTitleOfAllTerritoriesPlaysWhereverOneIs() {
        assertThat(aSituation().decide().denial()).isEmpty();
        assertThat(aSituation().at("DE").decide().denial()).isEmpty();
    }

    @Test
    void beforeAWindowOneIsToldWhenItOpens() {
        var opens = NOW.plus(Duration.ofDays(3));
        var later = aSituation().within(new Window(opens, null, Set.of()));

        assertThat(denial(later)).isEqualTo(Step.WINDOW);
        assertThat(facts(later)).isEqualTo(Map.of("opensAt", opens.toString()));
    }

    @Test
    void afterTheLastWindowOneIsToldWhenItClosed() {
        var closed = NOW.minus(Duration.ofDays(3));

        assertThat(facts(aSituation().within(new Window(null, closed, Set.of()))))
                .isEqualTo(Map.of("closedAt", closed.toString()));
    }

    @Test
    void aWindowOpensOnTheSecondAndClosesOnIt() {
        assertThat(aSituation().within(new Window(NOW, null, Set.of())).decide().denial())
                .isEmpty();
        assertThat(denial(aSituation().within(new Window(null, NOW, Set.of())))).isEqualTo(Step.WINDOW);
    }

    @Test
    void aWindowOfAnotherTerritoryIsNone() {
        var french = aSituation().within(new Window(null, null, Set.of("FR")));

        assertThat(french.at("FR").decide().denial()).isEmpty();
        assertThat(denial(french.at("DE"))).isEqualTo(Step.TERRITORY);
        assertThat(denial(french)).isEqualTo(Step.TERRITORY);
    }

    @Test
    void aProfileSeesNothingRatedForOlderOnes() {
        var rated = aSituation().rated(16);

        assertThat(denial(rated.watchedBy(new ViewerProfile("pro_kid", "Kid", 12, true, null, false))))
                .isEqualTo(Step.AGE);
        assertThat(rated.watchedBy(new ViewerProfile("pro_teen", "Teen", 16, false, null, false))
                        .decide()
                        .denial())
                .isEmpty();
    }

    @Test
    void whatIsNotRatedIsForProfilesWithoutAnAgeLimit() {
        var unrated = aSituation().rated(null);

        assertThat(unrated.decide().denial()).isEmpty();
        assertThat(denial(unrated.watchedBy(new ViewerProfile("pro_kid", "Kid", 12, true, null, false))))
                .isEqualTo(Step.AGE);
    }

    @Test
    void aDeviceThatNothingFitsIsTold() {
        assertThat(denial(aSituation().fit(Situation.Fit.NOTHING_FITS))).isEqualTo(Step.DEVICE);
    }

    @Test
    void aTenantWithNothingLeftToDeliverIsTold() {
        assertThat(denial(aSituation().exhausted(Map.of("meter", "delivery.bytes"))))
                .isEqualTo(Step.QUOTA);
    }

    @Test
    void takenPlacesAreSeenWhereTheyAreCounted() {
        assertThat(denial(aSituation().counted(2, 2))).isEqualTo(Step.CONCURRENCY);
        assertThat(aSituation().counted(2, 1).decide().denial()).isEmpty();
    }

    @Test
    void theFirstStepThatFailsIsTheAnswerAndTheOthersAreShownToo() {
        var decision = aSituation()
                .suspended()
                .demanding(PREMIUM)
                .exhausted(Map.of("meter", "delivery.bytes"))
                .decide();

        assertThat(decision.denial().orElseThrow().step()).isEqualTo(Step.SUSPENDED);
        assertThat(decision.findings().stream().filter(Finding::isFailure))
                .extracting(Finding::step)
                .containsExactly(Step.SUSPENDED, Step.NO_ENTITLEMENT, Step.QUOTA);
    }

    @Test
    void withoutAnyTierOneStreamPlaysAndTheTenantsWordGoesFirst() {
        assertThat(aSituation().situation().streams(null)).isEqualTo(1);
        assertThat(aSituation().having(PREMIUM).situation().streams(null)).isEqualTo(4);
        assertThat(aSituation().having(PREMIUM).situation().streams(2)).isEqualTo(2);
    }

    private static Step denial(ASituation situation) {
        return situation.decide().denial().orElseThrow().step();
    }

    private static Map<String, Object> facts(ASituation situation) {
        return situation.decide().denial().orElseThrow().facts();
    }
}
