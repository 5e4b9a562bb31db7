package io.streamverse.kernel.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class MoneySharesTest {
    private static final List<String> CURRENCIES = List.of("EUR", "JPY", "KWD", "USD");

    @Test
    void theFirstPartTakesTheOddCent() {
        assertThat(Money.of("10", "EUR").split(3))
                .containsExactly(Money.of("3.34", "EUR"), Money.of("3.33", "EUR"), Money.of("3.33", "EUR"));
    }

    @Test
    void aWeightOfZeroGetsNothing() {
        var weights = List.of(BigDecimal.ZERO, BigDecimal.TWO, BigDecimal.ONE);

        assertThat(Money.of("1", "EUR").allocate(weights))
                .containsExactly(Money.of("0", "EUR"), Money.of("0.67", "EUR"), Money.of("0.33", "EUR"));
    }

    @Test
    void sharesOfNothingAreRefused() {
        var money = Money.of("1", "EUR");

        assertThatThrownBy(() -> money.split(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> money.allocate(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> money.allocate(List.of(BigDecimal.TEN, BigDecimal.ONE.negate())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @RepeatedTest(500)
    void partsSumUpToTheWholeAndDifferByACentAtMost(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var money = anyMoney(random);

        var parts = money.split(1 + random.nextInt(40));

        assertThat(parts.stream().reduce(Money::plus)).contains(money);
        var sorted = parts.stream().sorted().toList();
        assertThat(sorted.getLast().minus(sorted.getFirst())).isLessThanOrEqualTo(cent(money));
    }

    @RepeatedTest(500)
    void sharesSumUpToTheWholeAndAreACentOffAtMost(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var money = anyMoney(random);
        var weights = anyWeights(random);
        var whole = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);

        var shares = money.allocate(weights);

        assertThat(shares.stream().reduce(Money::plus)).contains(money);
        assertThat(IntStream.range(0, weights.size())).allSatisfy(i -> {
            var fair = money.amount().multiply(weights.get(i)).divide(whole, MathContext.DECIMAL128);
            assertThat(shares.get(i).amount().subtract(fair).abs())
                    .isLessThanOrEqualTo(cent(money).amount());
        });
    }

    @RepeatedTest(200)
    void addingAndTakingAwayComesBack(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var one = anyMoney(random);
        var other = new Money(BigDecimal.valueOf(random.nextInt()), one.currency());

        assertThat(one.plus(other).minus(other)).isEqualTo(one);
        assertThat(one.minus(other)).isEqualTo(other.minus(one).negate());
        assertThat(Integer.signum(one.compareTo(other)))
                .isEqualTo(one.minus(other).amount().signum());
    }

    private static Money anyMoney(Random random) {
        var currency = Currency.getInstance(CURRENCIES.get(random.nextInt(CURRENCIES.size())));
        return new Money(
                BigDecimal.valueOf(
                        random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L) >> random.nextInt(40),
                        currency.getDefaultFractionDigits()),
                currency);
    }

    private static List<BigDecimal> anyWeights(Random random) {
        return random.ints(1L + random.nextInt(12), 1, 1_000_000)
                .mapToObj(weight -> BigDecimal.valueOf(weight, 3))
                .toList();
    }

    private static Money cent(Money money) {
        return new Money(BigDecimal.ONE.movePointLeft(money.amount().scale()), money.currency());
    }
}
