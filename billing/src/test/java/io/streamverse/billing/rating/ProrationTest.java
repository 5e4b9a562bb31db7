package io.streamverse.billing.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.billing.plans.Allowance;
import io.streamverse.billing.plans.Price.Model;
import io.streamverse.billing.plans.Stretch;
import io.streamverse.billing.plans.Terms;
import io.streamverse.kernel.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProrationTest {
    private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-12-01T00:00:00Z");
    private static final int ROUNDS = 2_000;

    @Test
    void whoBeginsHalfwayPaysHalfAndHasHalfIncluded() {
        var terms = SomeTerms.priced(Model.GRADUATED, SomeTerms.beyond("1"))
                .including("31")
                .charging("49", "99")
                .terms();

        var half = Rating.prorated(FROM, TO, List.of(new Stretch(terms, FROM.plus(Duration.ofDays(15)), TO)));

        assertThat(half.baseFee()).isEqualTo(Money.of("24.50", "EUR"));
        assertThat(half.minimum()).isEqualTo(Money.of("49.50", "EUR"));
        assertThat(half.included("things")).isEqualByComparingTo("15.5");
    }

    @Test
    void eachPlanCountsForItsDaysAndTheLastOnesPricesHold() {
        var small = some("30", "3.00", "10");
        var large = some("300", "1.00", "100");

        var terms =
                Rating.prorated(FROM, TO, List.of(new Stretch(small, FROM, day(10)), new Stretch(large, day(10), TO)));

        assertThat(terms.baseFee()).isEqualTo(Money.of("210.00", "EUR"));
        assertThat(terms.included("things")).isEqualByComparingTo("70");
        assertThat(terms.prices()).isEqualTo(large.prices());
    }

    @Test
    void aPlanOfAnotherCurrencyCountsAsTheLastOne() {
        var yen = SomeTerms.priced(Model.GRADUATED, SomeTerms.beyond("1"))
                .in("JPY")
                .charging("9000", "0")
                .terms();
        var euro = some("300", "1.00", "100");

        var terms = Rating.prorated(FROM, TO, List.of(new Stretch(yen, FROM, day(10)), new Stretch(euro, day(10), TO)));

        assertThat(terms.baseFee()).isEqualTo(Money.of("300.00", "EUR"));
    }

    @Test
    void howeverAPeriodIsCutItsPartsAddUpToTheWhole() {
        var random = new Random(20261130);
        for (int round = 0; round < ROUNDS; round++) {
            var terms = SomeTerms.random(random, Model.GRADUATED).terms();
            var parts = cut(random, terms);

            var together = Rating.prorated(FROM, TO, parts);
            var apart = parts.stream()
                    .map(it -> Rating.prorated(FROM, TO, List.of(it)))
                    .toList();

            assertThat(together.baseFee()).isEqualTo(terms.baseFee());
            assertThat(together.minimum()).isEqualTo(terms.minimum());
            assertThat(together.included("things")).isEqualByComparingTo(terms.included("things"));
            assertThat(apart.stream().map(Terms::baseFee).reduce(Money::plus)).hasValue(terms.baseFee());
            assertThat(apart.stream().flatMap(it -> it.allowances().stream()).map(Allowance::amount))
                    .allSatisfy(it -> assertThat(it).isNotNegative());
        }
    }

    /// Into one to six parts, at any microsecond.
    private static List<Stretch> cut(Random random, Terms terms) {
        var ends = new ArrayList<>(Stream.generate(
                        () -> random.nextLong(1, Duration.between(FROM, TO).toMillis() * 1_000))
                .limit(random.nextInt(6))
                .distinct()
                .sorted()
                .map(it -> FROM.plusNanos(it * 1_000))
                .toList());
        ends.add(TO);
        var parts = new ArrayList<Stretch>();
        var from = FROM;
        for (var end : ends) {
            parts.add(new Stretch(terms, from, end));
            from = end;
        }
        return parts;
    }

    private static Terms some(String fee, String price, String included) {
        return SomeTerms.priced(Model.GRADUATED, SomeTerms.beyond(price))
                .including(included)
                .charging(fee, "0")
                .terms();
    }

    private static Instant day(int day) {
        return FROM.plus(Duration.ofDays(day));
    }
}
