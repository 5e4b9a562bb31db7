package io.streamverse.billing.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.billing.plans.Price.Model;
import io.streamverse.billing.plans.Tier;
import io.streamverse.kernel.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// Against a model that counts one unit after the other, on terms made up by chance.
class RatingPropertyTest {
    private static final int ROUNDS = 2_000;

    @ParameterizedTest
    @EnumSource(Model.class)
    void aLineCostsWhatItsUnitsCostOneByOne(Model model) {
        withRandomTerms(
                model,
                (terms, quantity) -> assertThat(terms.line(quantity).amount())
                        .as("%d of %s", quantity, terms)
                        .isEqualTo(oneByOne(terms, quantity)));
    }

    @ParameterizedTest
    @EnumSource(Model.class)
    void theTotalIsTheSumOfTheLinesAndNeverLessThanTheMinimum(Model model) {
        withRandomTerms(model, (terms, quantity) -> {
            var rated = terms.rate(quantity);
            var sum =
                    rated.lines().stream().map(Line::amount).reduce(Money::plus).orElseThrow();
            assertThat(rated.total()).isEqualTo(sum);
            assertThat(rated.total()).isGreaterThanOrEqualTo(terms.terms().minimum());
        });
    }

    @ParameterizedTest
    @EnumSource(value = Model.class, mode = Mode.EXCLUDE, names = "VOLUME")
    void moreNeverCostsLess(Model model) {
        withRandomTerms(
                model,
                (terms, quantity) -> assertThat(terms.line(quantity + 1).amount())
                        .as("%d and one more of %s", quantity, terms)
                        .isGreaterThanOrEqualTo(terms.line(quantity).amount()));
    }

    @ParameterizedTest
    @EnumSource(value = Model.class, names = "GRADUATED")
    void whereATierEndsThePriceDoesNotJump(Model model) {
        withRandomTerms(model, (terms, quantity) -> {
            var step = terms.line(quantity + 1)
                    .amount()
                    .minus(terms.line(quantity).amount())
                    .amount();
            assertThat(step).isLessThanOrEqualTo(dearest(terms).add(ulp(terms)));
        });
    }

    @ParameterizedTest
    @EnumSource(Model.class)
    void noUnitIsLostBetweenIncludedAndChargedNorByCuttingAPeriodInTwo(Model model) {
        withRandomTerms(model, (terms, quantity) -> {
            var cut = quantity / 3;
            var first = terms.line(cut);
            var second = terms.line(quantity - cut);
            var whole = terms.line(quantity);
            assertThat(first.quantity().add(second.quantity())).isEqualByComparingTo(whole.quantity());
            assertThat(whole.included().add(whole.charged())).isEqualByComparingTo(whole.quantity());
        });
    }

    private static void withRandomTerms(Model model, BiConsumer<SomeTerms, Integer> property) {
        var random = new Random(20261120);
        for (var round = 0; round < ROUNDS; round++) {
            property.accept(SomeTerms.random(random, model), random.nextInt(200));
        }
    }

    private static Money oneByOne(SomeTerms terms, int quantity) {
        var charged = Math.max(0, quantity - Integer.parseInt(terms.included()));
        var per = new BigDecimal(terms.per());
        var sum = BigDecimal.ZERO;
        for (var unit = 1; unit <= charged; unit++) {
            sum = sum.add(
                    switch (terms.model()) {
                        case GRADUATED -> tierOf(terms, unit).price();
                        case VOLUME -> tierOf(terms, charged).price();
                        case PACKAGE ->
                            (unit - 1) % per.intValue() == 0
                                    ? tierOf(terms, unit).price().multiply(per)
                                    : BigDecimal.ZERO;
                    });
        }
        var currency = Currency.getInstance(terms.currency());
        return new Money(sum.divide(per, currency.getDefaultFractionDigits(), RoundingMode.HALF_EVEN), currency);
    }

    private static Tier tierOf(SomeTerms terms, int unit) {
        return terms.tiers().stream()
                .filter(it -> it.upTo() == null || it.upTo().intValue() >= unit)
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal dearest(SomeTerms terms) {
        return terms.tiers().stream().map(Tier::price).reduce(BigDecimal::max).orElseThrow();
    }

    private static BigDecimal ulp(SomeTerms terms) {
        return BigDecimal.ONE.movePointLeft(
                Currency.getInstance(terms.currency()).getDefaultFractionDigits());
    }
}
