package io.streamverse.billing.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.billing.BillingStage;
import io.streamverse.billing.Subscriber;
import io.streamverse.events.tenants.TenantCreated;
import io.streamverse.kernel.tenancy.TenantId;
import io.streamverse.kernel.tenancy.TenantSpace;
import io.streamverse.testkit.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubscriptionsIT {
    private static final BillingStage STAGE = BillingStage.shared();
    private static final Subscriptions SUBSCRIPTIONS = STAGE.bean(Subscriptions.class);
    private final Instant now = Instant.now();

    @Test
    void aNewTenantHasMonthsInUtc() {
        var tenant = begin("starter", "EUR");
        var period = SUBSCRIPTIONS.periodAt(tenant, now);

        assertThat(period.contains(now)).isTrue();
        assertThat(period.from().atOffset(ZoneOffset.UTC).getDayOfMonth()).isEqualTo(1);
        assertThat(SUBSCRIPTIONS.zones(tenant).at(now)).isEqualTo(ZoneId.of("UTC"));
    }

    @Test
    void anotherZoneHoldsFromTheEndOfThePeriodThatRuns() {
        var subscriber = Subscriber.of(STAGE, "starter", "EUR", now);
        var tenant = subscriber.live().tenant();
        var before = SUBSCRIPTIONS.periodAt(tenant, now);

        var answer = change(subscriber, Map.of("timeZone", "Asia/Kathmandu"));

        assertThat(answer.at("/timeZone")).isEqualTo("Asia/Kathmandu");
        assertThat(answer.at("/appliesFrom")).isEqualTo(before.to().toString());
        assertThat(SUBSCRIPTIONS.periodAt(tenant, now)).isEqualTo(before);
        assertThat(SUBSCRIPTIONS.zones(tenant).at(now)).isEqualTo(ZoneId.of("UTC"));
        assertThat(SUBSCRIPTIONS.zones(tenant).at(before.to())).isEqualTo(ZoneId.of("Asia/Kathmandu"));
        assertThat(SUBSCRIPTIONS.periodAt(tenant, before.to()).from()).isEqualTo(before.to());
    }

    @Test
    void aSecondThoughtReplacesTheFirst() {
        var subscriber = Subscriber.of(STAGE, "starter", "EUR", now);
        var tenant = subscriber.live().tenant();
        var before = SUBSCRIPTIONS.periodAt(tenant, now);

        change(subscriber, Map.of("reset", "anniversary"));
        var answer = change(subscriber, Map.of("reset", "calendar"));

        assertThat(answer.at("/reset")).isEqualTo("calendar");
        assertThat(SUBSCRIPTIONS.periodAt(tenant, before.to()).to())
                .isEqualTo(before.to().atOffset(ZoneOffset.UTC).plusMonths(1).toInstant());
    }

    @Test
    void periodsOfThePastStayWhereTheyWereWhenTheCalendarIsChanged() {
        var subscriber = Subscriber.of(STAGE, "starter", "EUR", now.minus(Duration.ofDays(200)));
        var tenant = subscriber.live().tenant();
        var past = now.minus(Duration.ofDays(90));
        var before = SUBSCRIPTIONS.periodAt(tenant, past);

        change(subscriber, Map.of("timeZone", "America/St_Johns", "reset", "anniversary"));

        assertThat(SUBSCRIPTIONS.periodAt(tenant, past)).isEqualTo(before);
    }

    @Test
    void theTermsAreThoseOfThePlanOfThatTime() {
        var tenant = begin("starter", "EUR");

        SUBSCRIPTIONS.move(tenant.value(), "growth");

        assertThat(SUBSCRIPTIONS.termsAt(tenant, now.minusSeconds(1)).plan()).isEqualTo("starter");
        assertThat(SUBSCRIPTIONS.termsAt(tenant, Instant.now()).plan()).isEqualTo("growth");
        assertThat(SUBSCRIPTIONS.of(tenant).plan()).isEqualTo("growth");
    }

    @Test
    void aCurrencyThatThePlanDoesNotPricePaysInItsFirst() {
        assertThat(SUBSCRIPTIONS.termsAt(begin("starter", "GBP"), now).currency())
                .hasToString("EUR");
        assertThat(SUBSCRIPTIONS.termsAt(begin("starter", "ZZZ"), now).currency())
                .hasToString("EUR");
        assertThat(SUBSCRIPTIONS.termsAt(begin("starter", "USD"), now).currency())
                .hasToString("USD");
    }

    @Test
    void whatIsWrongIsPointedAtAndAnOldEditIsNotTaken() {
        var subscriber = Subscriber.of(STAGE, "starter", "EUR", now);
        var path = "/operator/v1/subscriptions/" + subscriber.subscription();

        assertThat(change(subscriber, Map.of("timeZone", "Mars/Olympus")).at("/errors/0/pointer"))
                .isEqualTo("/timeZone");
        assertThat(STAGE.operator()
                        .with("If-Match", "\"7\"")
                        .patch(path, Map.of("reset", "anniversary"))
                        .status())
                .isEqualTo(412);
        assertThat(STAGE.operator().get(path + "x").code()).isEqualTo("subscriptions.subscription.unknown");
    }

    private static Answer change(Subscriber subscriber, Map<String, String> patch) {
        return STAGE.operator().patch("/operator/v1/subscriptions/" + subscriber.subscription(), patch);
    }

    private TenantId begin(String plan, String currency) {
        TenantSpace space = STAGE.newSpace();
        var id = space.tenant();
        SUBSCRIPTIONS.begin(new TenantCreated(
                id.value(), "slug", "Name", plan, "owner@example.com", "Ada", "FR", currency, now.minusSeconds(5)));
        return id;
    }
}
