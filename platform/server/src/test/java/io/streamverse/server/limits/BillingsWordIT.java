package io.streamverse.server.limits;

import static io.streamverse.server.limits.Ground.GPU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamverse.events.quotas.AllowanceSet;
import io.streamverse.events.quotas.BudgetCounted;
import io.streamverse.events.quotas.QuotaEvent;
import io.streamverse.events.quotas.UsageCounted;
import io.streamverse.kernel.problem.LimitReached;
import io.streamverse.testkit.TestTenant;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What billing says of allowances, counts and the budget.
class BillingsWordIT {
    private static final Ground GROUND = Ground.begin();
    private static final QuotasListener LISTENER =
            GROUND.stage().server().getApplicationContext().getBean(QuotasListener.class);
    private final TestTenant tenant = GROUND.stage().tenant();
    private final Instant now = GROUND.clock().instant();
    private final Instant from = now.minus(Duration.ofDays(10));
    private final Instant to = now.plus(Duration.ofDays(20));

    @AfterAll
    static void end() {
        GROUND.stage().close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void repetitionsAndAnyOrderGiveTheSameNumbers(long seed) {
        var first = GROUND.reserve(tenant, GPU, 3, "first");
        var second = GROUND.reserve(tenant, GPU, 4, "second");
        GROUND.settle(tenant, first, 3);
        GROUND.settle(tenant, second, 4);
        var history = new ArrayList<QuotaEvent>(List.of(
                allowance(1, 10, 0),
                count(2, 0),
                allowance(3, 20, 0),
                count(4, 3, "first"),
                allowance(5, 20, 5),
                count(6, 7, "second"),
                count(7, 9)));
        history.addAll(List.copyOf(history));
        Collections.shuffle(history, new Random(seed));

        history.forEach(this::hear);

        var quota = GROUND.quota(tenant, GPU);
        assertThat(quota.allowance().total()).isEqualByComparingTo("25");
        assertThat(quota.used().counted()).isEqualByComparingTo("9");
        assertThat(quota.used().settledSince()).isEqualByComparingTo("0");
    }

    @Test
    void whatWasSettledCountsOnceWhenBillingCountsIt() {
        hear(allowance(1, 10, 0));
        GROUND.settle(tenant, GROUND.reserve(tenant, GPU, 4, "a"), 4);
        assertThat(GROUND.quota(tenant, GPU).used().total()).isEqualByComparingTo("4");

        hear(count(2, 4, "a"));

        var used = GROUND.quota(tenant, GPU).used();
        assertThat(used.total()).isEqualByComparingTo("4");
        assertThat(used.counted()).isEqualByComparingTo("4");
        assertThat(GROUND.settle(tenant, GROUND.reserve(tenant, GPU, 4, "a"), 4).charged())
                .isEqualByComparingTo("4");
        assertThat(GROUND.quota(tenant, GPU).used().total()).isEqualByComparingTo("4");
    }

    @Test
    void grantsAndOverridesAreExplained() {
        hear(new AllowanceSet(GPU, 1, num(10), num(50), num(5), true, from, to, List.of()));

        var allowance = GROUND.quota(tenant, GPU).allowance();

        assertThat(allowance.total()).isEqualByComparingTo("55");
        assertThat(allowance.plan()).isEqualByComparingTo("10");
        assertThat(allowance.override()).isEqualByComparingTo("50");
        assertThat(allowance.grants()).isEqualByComparingTo("5");
    }

    @Test
    void theNextPeriodBeginsAtTheMonthsEndWhereTheTenantIsThoughBillingIsAway() {
        var paris = ZoneId.of("Europe/Paris");
        var end = ZonedDateTime.ofInstant(now, paris)
                .plusMonths(1)
                .withDayOfMonth(1)
                .toLocalDate();
        var midnight = end.atStartOfDay(paris).toInstant();
        var next = end.plusMonths(1).atStartOfDay(paris).toInstant();
        hear(new AllowanceSet(GPU, 1, num(10), num(10), num(2), true, from, midnight, List.of(next)));
        hear(count(2, 8));
        GROUND.settle(tenant, GROUND.reserve(tenant, GPU, 4, "a"), 4);
        assertThatThrownBy(() -> GROUND.reserve(tenant, GPU, 1, "b")).isInstanceOf(LimitReached.class);

        GROUND.clock().pass(Duration.between(GROUND.clock().instant(), midnight.plusSeconds(1)));

        var quota = GROUND.quota(tenant, GPU);
        assertThat(quota.allowance().total()).isEqualByComparingTo("10");
        assertThat(quota.used().total()).isEqualByComparingTo("0");
        assertThat(quota.periodFrom()).isEqualTo(midnight);
        assertThat(quota.resetsAt()).isEqualTo(next);
        assertThat(GROUND.reserve(tenant, GPU, 10, "b").amount()).isEqualByComparingTo("10");
    }

    @Test
    void aCountOfTheNextPeriodWaitsForTheAllowance() {
        hear(allowance(1, 10, 0));
        hear(new UsageCounted(GPU, 4, num(1), to, to.plusSeconds(1), List.of()));
        assertThat(GROUND.quota(tenant, GPU).used().total()).isEqualByComparingTo("0");

        hear(new AllowanceSet(GPU, 3, num(10), num(10), num(0), true, to, to.plus(Duration.ofDays(30)), List.of()));

        assertThat(GROUND.quota(tenant, GPU).used().total()).isEqualByComparingTo("1");
    }

    @Test
    void aSpentBudgetStopsHardMetersUntilThePeriodEnds() {
        hear(allowance(1, 10, 0));
        hear(new BudgetCounted(2, true, num(100), num(100), "EUR", from, to, now));

        assertThatThrownBy(() -> GROUND.reserve(tenant, GPU, 1, "a"))
                .isInstanceOfSatisfying(
                        LimitReached.class, it -> assertThat(it.code()).isEqualTo("limits.budget.reached"));
        assertThat(GROUND.reserve(tenant, Ground.DELIVERY, 1, "a").amount()).isEqualByComparingTo("1");
        assertThat(tenant.live().get("/v1/quotas").at("/budget/reached")).isEqualTo("true");

        hear(new BudgetCounted(3, false, num(0), num(100), "EUR", from, to, now));
        assertThat(GROUND.reserve(tenant, GPU, 1, "a").amount()).isEqualByComparingTo("1");
    }

    private void hear(QuotaEvent event) {
        GROUND.run(tenant, () -> LISTENER.on(event));
    }

    private AllowanceSet allowance(long revision, long included, long granted) {
        return new AllowanceSet(GPU, revision, num(10), num(included), num(granted), true, from, to, List.of());
    }

    private UsageCounted count(long revision, long quantity, String... facts) {
        return new UsageCounted(GPU, revision, num(quantity), from, now, List.of(facts));
    }

    private static BigDecimal num(long value) {
        return BigDecimal.valueOf(value);
    }
}
