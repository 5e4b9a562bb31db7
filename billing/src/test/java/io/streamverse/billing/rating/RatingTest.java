package io.streamverse.billing.rating;

import static io.streamverse.billing.rating.SomeTerms.beyond;
import static io.streamverse.billing.rating.SomeTerms.priced;
import static io.streamverse.billing.rating.SomeTerms.upTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.billing.plans.Price.Model;
import io.streamverse.kernel.money.Money;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RatingTest {
    @Test
    void whatIsIncludedCostsNothingAndTheRestItsPrice() {
        var terms = priced(Model.GRADUATED, beyond("0.50")).including("10");

        assertThat(terms.line(10).amount()).isEqualTo(Money.of("0.00", "EUR"));
        assertThat(terms.line(13).amount()).isEqualTo(Money.of("1.50", "EUR"));
        assertThat(terms.line(13).included()).isEqualByComparingTo("10");
        assertThat(terms.line(13).charged()).isEqualByComparingTo("3");
    }

    @Test
    void graduatedTiersEachPriceTheirPart() {
        var terms = priced(Model.GRADUATED, upTo(10, "1.00"), upTo(20, "0.50"), beyond("0.10"));

        assertThat(terms.line(25).amount()).isEqualTo(Money.of("15.50", "EUR"));
    }

    @Test
    void aVolumePriceIsOfTheWholeQuantitySoThatOneMoreMayBeCheaper() {
        var terms = priced(Model.VOLUME, upTo(1000, "0.10"), beyond("0.08"));

        assertThat(terms.line(1000).amount()).isEqualTo(Money.of("100.00", "EUR"));
        assertThat(terms.line(1001).amount()).isEqualTo(Money.of("80.08", "EUR"));
    }

    @Test
    void aPackageThatIsBegunIsPaidWhole() {
        var terms = priced(Model.PACKAGE, beyond("2.00")).per("100");

        assertThat(terms.line(0).amount()).isEqualTo(Money.of("0.00", "EUR"));
        assertThat(terms.line(1).amount()).isEqualTo(Money.of("2.00", "EUR"));
        assertThat(terms.line(100).amount()).isEqualTo(Money.of("2.00", "EUR"));
        assertThat(terms.line(101).amount()).isEqualTo(Money.of("4.00", "EUR"));
    }

    @Test
    void aLineIsRoundedOnceAtTheScaleOfItsCurrency() {
        var terms = priced(Model.GRADUATED, upTo(1, "0.0044"), beyond("0.0046")).per("3");

        assertThat(terms.line(100).amount()).isEqualTo(Money.of("0.15", "EUR"));
        assertThat(terms.in("KWD").line(100).amount()).isEqualTo(Money.of("0.153", "KWD"));
        assertThat(terms.in("JPY").line(1000).amount()).isEqualTo(Money.of("2", "JPY"));
    }

    @Test
    void halfACentGoesToTheEvenNeighbour() {
        var terms = priced(Model.GRADUATED, beyond("0.005"));

        assertThat(terms.line(1).amount()).isEqualTo(Money.of("0.00", "EUR"));
        assertThat(terms.line(3).amount()).isEqualTo(Money.of("0.02", "EUR"));
    }

    @Test
    void theMinimumIsFilledUpByALineOfItsOwn() {
        var terms = priced(Model.GRADUATED, beyond("1.00")).charging("20", "50");

        assertThat(terms.rate(10).lines().getLast()).isEqualTo(Line.minimum(Money.of("20.00", "EUR")));
        assertThat(terms.rate(10).total()).isEqualTo(Money.of("50.00", "EUR"));
        assertThat(terms.rate(30).lines()).noneMatch(it -> it.kind() == Line.Kind.MINIMUM);
        assertThat(terms.rate(31).total()).isEqualTo(Money.of("51.00", "EUR"));
    }

    @Test
    void moreCorrectedThanUsedCostsNothing() {
        var line = priced(Model.GRADUATED, beyond("1.00")).line(-5);

        assertThat(line.amount()).isEqualTo(Money.of("0.00", "EUR"));
        assertThat(line.quantity()).isEqualByComparingTo("-5");
    }

    @Test
    void aMeterWithoutAPriceMakesNoLine() {
        var rated = Rating.rate(
                priced(Model.GRADUATED, beyond("1.00")).terms(), Map.of("transcode.device", BigDecimal.TEN));

        assertThat(rated.lines()).extracting(Line::code).containsExactly("base-fee", "things");
        assertThat(rated.total()).isEqualTo(Money.of("0.00", "EUR"));
    }
}
