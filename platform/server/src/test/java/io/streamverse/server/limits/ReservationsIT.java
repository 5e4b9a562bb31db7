package io.streamverse.server.limits;

import static io.streamverse.server.limits.Ground.CPU;
import static io.streamverse.server.limits.Ground.DELIVERY;
import static io.streamverse.server.limits.Ground.GPU;
import static io.streamverse.server.limits.Ground.claim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamverse.kernel.problem.Conflict;
import io.streamverse.kernel.problem.LimitReached;
import io.streamverse.kernel.problem.NotFound;
import io.streamverse.testkit.TestTenant;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ReservationsIT {
    private static final Ground GROUND = Ground.begin();
    private final TestTenant tenant = GROUND.stage().tenant();

    @AfterAll
    static void end() {
        GROUND.stage().close();
    }

    @Test
    void whatFitsIsHeldAndWhatDoesNotIsRefusedWithTheNumbers() {
        GROUND.reserve(tenant, GPU, 7, "a");

        assertThatThrownBy(() -> GROUND.reserve(tenant, GPU, 4, "b"))
                .asInstanceOf(InstanceOfAssertFactories.type(LimitReached.class))
                .satisfies(it -> assertThat(it.code()).isEqualTo("limits.quota.exceeded"))
                .satisfies(it -> assertThat(it.numbers())
                        .containsEntry("meter", GPU)
                        .containsEntry("allowance", BigDecimal.TEN)
                        .containsEntry("used", BigDecimal.ZERO)
                        .containsEntry("reserved", BigDecimal.valueOf(7))
                        .containsEntry("asked", BigDecimal.valueOf(4))
                        .containsKey("resetsAt"));
    }

    @Test
    void whatRanCountsAndTheRestIsFreeAgain() {
        var held = GROUND.reserve(tenant, GPU, 10, "a");

        var settlement = GROUND.settle(tenant, held, 4);

        assertThat(settlement.charged()).isEqualByComparingTo("4");
        assertThat(settlement.late()).isFalse();
        assertThat(GROUND.reserve(tenant, GPU, 6, "b").amount()).isEqualByComparingTo("6");
        assertThat(GROUND.quota(tenant, GPU).used().settledSince()).isEqualByComparingTo("4");
    }

    @Test
    void sayingItAgainChangesNothing() {
        var held = GROUND.reserve(tenant, GPU, 6, "a");

        assertThat(GROUND.reserve(tenant, GPU, 6, "a").id()).isEqualTo(held.id());
        GROUND.settle(tenant, held, 5);
        assertThat(GROUND.settle(tenant, held, 5).charged()).isEqualByComparingTo("5");
        GROUND.reserve(tenant, GPU, 6, "a");

        assertThat(GROUND.quota(tenant, GPU).used().total()).isEqualByComparingTo("5");
        assertThat(GROUND.quota(tenant, GPU).reserved().total()).isEqualByComparingTo("0");
        assertThatThrownBy(() -> GROUND.settle(tenant, held, 3)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> GROUND.reserve(tenant, GPU, 7, "a")).isInstanceOf(Conflict.class);
    }

    @Test
    void severalMetersAreReservedTogetherOrNotAtAll() {
        GROUND.reserve(tenant, CPU, 8, "a");

        assertThatThrownBy(() -> GROUND.run(
                        tenant, () -> GROUND.limits().reserve(List.of(claim(GPU, 5, "b"), claim(CPU, 5, "b")))))
                .isInstanceOf(LimitReached.class);

        assertThat(GROUND.quota(tenant, GPU).reserved().total()).isEqualByComparingTo("0");
    }

    @Test
    void aQuoteIsACap() {
        var capped = GROUND.in(
                tenant,
                () -> GROUND.limits()
                        .reserve(new Claim(GPU, BigDecimal.valueOf(5), "a test", "a", Duration.ofMinutes(1), "quo_1")));
        var open = GROUND.reserve(tenant, CPU, 5, "a");

        assertThat(GROUND.settle(tenant, capped, 9).charged()).isEqualByComparingTo("5");
        assertThat(GROUND.settle(tenant, open, 9).charged()).isEqualByComparingTo("9");
    }

    @Test
    void nobodyWaitsForTheSweepToReuseWhatExpired() {
        GROUND.reserve(tenant, GPU, 10, "a");
        assertThatThrownBy(() -> GROUND.reserve(tenant, GPU, 10, "b")).isInstanceOf(LimitReached.class);

        GROUND.clock().pass(Duration.ofMinutes(11));

        assertThat(GROUND.reserve(tenant, GPU, 10, "b").state()).isEqualTo(Reservation.State.OPEN);
        assertThat(GROUND.quota(tenant, GPU).reserved().reservations()).hasSize(1);
    }

    @Test
    void theSweepGivesBackWhatExpiredAndSaysSo() {
        var expired = GROUND.reserve(tenant, GPU, 10, "a");
        GROUND.clock().pass(Duration.ofMinutes(11));

        GROUND.run(tenant, GROUND.limits()::sweep);

        assertThat(GROUND.quota(tenant, GPU).remaining()).isEqualByComparingTo("10");
        assertThat(GROUND.release(tenant, expired)).isEqualTo(Reservation.State.EXPIRED);
    }

    @Test
    void whatRanCountsHoweverLateItIsSettled() {
        var late = GROUND.reserve(tenant, GPU, 10, "a");
        GROUND.clock().pass(Duration.ofMinutes(11));
        var next = GROUND.reserve(tenant, GPU, 10, "b");

        assertThat(GROUND.settle(tenant, late, 3).late()).isTrue();

        var quota = GROUND.quota(tenant, GPU);
        assertThat(quota.used().total()).isEqualByComparingTo("3");
        assertThat(quota.reserved().total()).isEqualByComparingTo(next.amount());
        assertThat(quota.remaining()).isEqualByComparingTo("0");
        assertThat(GROUND.settle(tenant, late, 3).late()).isTrue();
    }

    @Test
    void workThatStillRunsExtendsItsReservation() {
        var held = GROUND.reserve(tenant, GPU, 10, "a");
        GROUND.run(tenant, () -> GROUND.limits().extend(held.id(), Duration.ofHours(1)));

        GROUND.clock().pass(Duration.ofMinutes(30));

        assertThatThrownBy(() -> GROUND.reserve(tenant, GPU, 1, "b")).isInstanceOf(LimitReached.class);
        GROUND.release(tenant, held);
        assertThatThrownBy(() -> GROUND.run(tenant, () -> GROUND.limits().extend(held.id(), Duration.ofHours(1))))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void aSoftQuotaCountsAndNeverRefuses() {
        GROUND.settle(tenant, GROUND.reserve(tenant, DELIVERY, 25, "a"), 25);

        assertThat(GROUND.quota(tenant, DELIVERY).thresholdsPassed()).containsExactly(50, 80, 95, 100);
        assertThat(GROUND.reserve(tenant, "webhooks.sent", 3, "b").amount()).isEqualByComparingTo("3");
    }

    @Test
    void slotsAreThingsAtOnce() {
        var first = GROUND.reserve(tenant, Limits.JOBS, 1, "a");
        GROUND.reserve(tenant, Limits.JOBS, 1, "b");
        assertThatThrownBy(() -> GROUND.reserve(tenant, Limits.JOBS, 1, "c")).isInstanceOf(LimitReached.class);

        GROUND.settle(tenant, first, 1);

        assertThat(GROUND.reserve(tenant, Limits.JOBS, 1, "c").amount()).isEqualByComparingTo("1");
    }

    @Test
    void storageIsWhatIsHeldNowByClass() {
        var upload = new Claim(Limits.STORAGE, BigDecimal.valueOf(600), "original", "a", Duration.ofHours(1));
        var reservation = GROUND.in(tenant, () -> GROUND.limits().reserve(upload));
        GROUND.settle(tenant, reservation, 500);
        GROUND.run(tenant, () -> GROUND.limits().stored("rendition", BigDecimal.valueOf(450)));

        assertThatThrownBy(() -> GROUND.reserve(tenant, Limits.STORAGE, 51, "b"))
                .isInstanceOf(LimitReached.class);
        GROUND.run(tenant, () -> GROUND.limits().removed("original", BigDecimal.valueOf(500)));

        assertThat(GROUND.quota(tenant, Limits.STORAGE).used().parts())
                .isEqualTo(Map.of("original", BigDecimal.ZERO, "rendition", BigDecimal.valueOf(450)));
        assertThat(GROUND.quota(tenant, Limits.STORAGE).remaining()).isEqualByComparingTo("550");
    }

    @Test
    void anotherTenantsReservationIsUnknown() {
        var theirs = GROUND.reserve(GROUND.stage().tenant(), GPU, 1, "a");

        assertThatThrownBy(() -> GROUND.settle(tenant, theirs, 1)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> GROUND.release(tenant, theirs)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> GROUND.run(tenant, () -> GROUND.limits().extend(theirs.id(), Duration.ZERO)))
                .isInstanceOf(NotFound.class);
    }
}
