package io.streamverse.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.streamverse.sdk.ConflictException;
import io.streamverse.sdk.ForbiddenException;
import io.streamverse.sdk.ListParams;
import io.streamverse.sdk.RequestOptions;
import io.streamverse.sdk.StreamVerseOperator;
import io.streamverse.sdk.model.App;
import io.streamverse.sdk.model.Plan;
import io.streamverse.sdk.model.Schedule;
import io.streamverse.sdk.model.Tenant;
import io.streamverse.testkit.Eventually;
import org.junit.jupiter.api.Test;

/// What the operator does with tenants and sees of the machine, through the Java client.
class OperatorLifeIT {
    private final StreamVerseOperator operator = Service.operator();

    @Test
    void thereAreThreePlans() {
        assertThat(operator.plans().list(ListParams.all()).stream().map(Plan::code))
                .containsExactly("starter", "growth", "scale");
    }

    @Test
    void aRepeatedCreationIsAnsweredAsTheFirst() {
        var wanted = Service.wanted();
        var once = RequestOptions.none().withIdempotencyKey("order-" + wanted.slug());
        var first = operator.tenants().create(wanted, once);

        assertThat(operator.tenants().create(wanted, once)).isEqualTo(first);
        assertThat(Service.live(first).tenant().get().id()).isEqualTo(first.id());
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> operator.tenants().create(Service.wanted(), once))
                .satisfies(it -> assertThat(it.code()).isEqualTo("idempotency.key.reused"));
    }

    @Test
    void aTakenSlugIsRefused() {
        var wanted = Service.wanted();
        operator.tenants().create(wanted);

        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> operator.tenants().create(wanted))
                .satisfies(it -> assertThat(it.code()).isEqualTo("tenants.slug.taken"));
    }

    @Test
    void tenantsAreListedNewestFirstPageByPage() {
        var older = Service.tenant();
        var newer = Service.tenant();

        assertThat(operator.tenants().list(ListParams.all().limit(1)).stream().map(Tenant::id))
                .containsSubsequence(newer.id(), older.id());
        assertThat(operator.tenants()
                        .list(ListParams.all().filter("slug", older.slug()))
                        .data())
                .extracting(Tenant::id)
                .containsExactly(older.id());
    }

    @Test
    void everyTenantGetsItsSubscription() {
        var tenant = Service.tenant();
        var mine = ListParams.all().filter("tenantId", tenant.id());

        Eventually.is(
                "billing has heard of it",
                () -> !operator.subscriptions().list(mine).data().isEmpty());
        assertThat(operator.subscriptions().list(mine).data().getFirst().plan()).isEqualTo("starter");
    }

    @Test
    void jobsAreListedPerProgramAndRunOnDemand() {
        assertThat(operator.schedules().list(App.SERVER).data())
                .extracting(Schedule::name)
                .contains("server.tenants.clear-unfinished", "plumbing.housekeeping");
        assertThat(operator.schedules().list(App.BILLING).data())
                .extracting(Schedule::name)
                .contains("plumbing.housekeeping");

        operator.schedules().run(App.BILLING, "plumbing.housekeeping");
        Eventually.is(
                "housekeeping has run",
                () -> operator.schedules().list(App.BILLING).stream().anyMatch(it -> "ok".equals(it.lastResult())));
    }

    @Test
    void theWorkerThatComesAlongIsListed() {
        Eventually.is(
                "it has registered",
                () -> operator.workers().list(ListParams.all()).stream()
                        .anyMatch(it -> it.name().equals("standalone")));
        assertThat(operator.workers().list(ListParams.all()).data().getFirst().slots())
                .isEqualTo(2);
    }

    @Test
    void nobodysEventIsADeadLetter() {
        assertThat(operator.deadLetters().list(App.SERVER, ListParams.all()).data())
                .isEmpty();
        assertThat(operator.deadLetters().list(App.BILLING, ListParams.all()).data())
                .isEmpty();
    }

    @Test
    void aTenantsKeyIsNotTheOperators() {
        var intruder = Service.operator(Service.keys(Service.tenant()).live());

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> intruder.tenants().list(ListParams.all()));
    }
}
