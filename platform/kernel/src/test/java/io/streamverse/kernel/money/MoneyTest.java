package io.streamverse.kernel.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
    private static final Currency EUR = Currency.getInstance("EUR");

    @ParameterizedTest
    @CsvSource({"12,EUR,12.00", "12.5,EUR,12.50", "12.500,EUR,12.50", "-0.01,USD,-0.01", "1200,JPY,1200", "1,KWD,1.000"
    })
    void anAmountTakesTheScaleOfItsCurrency(String amount, String currency, String written) {
        assertThat(Money.of(amount, currency)).hasToString(written + " " + currency);
    }

    @ParameterizedTest
    @CsvSource({"0.001,EUR", "0.5,JPY", "0.0001,KWD", "1,XXX", "1,XAU", "1000000000000000000,EUR", "1e999999999,EUR"})
    void whatTheCurrencyCannotExpressIsRefused(String amount, String currency) {
        assertThatThrownBy(() -> Money.of(amount, currency)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"0.005,0.00", "0.015,0.02", "0.025,0.02", "-0.015,-0.02", "0.0250001,0.03", "1e-30,0.00"})
    void roundingOnRequestSendsAHalfToTheEvenNeighbour(String amount, String rounded) {
        assertThat(Money.rounded(new BigDecimal(amount), EUR)).isEqualTo(Money.of(rounded, "EUR"));
    }

    @Test
    void sumsAndDifferencesAreExact() {
        var price = Money.of("0.10", "EUR");

        assertThat(price.plus(Money.of("0.20", "EUR"))).isEqualTo(Money.of("0.30", "EUR"));
        assertThat(price.minus(Money.of("0.20", "EUR"))).isEqualTo(price.negate());
    }

    @Test
    void aProductIsExactOrRefused() {
        var price = Money.of("9.99", "EUR");

        assertThat(price.times(new BigDecimal("3"))).isEqualTo(Money.of("29.97", "EUR"));
        assertThatThrownBy(() -> price.times(new BigDecimal("0.19"))).hasMessageContaining("1.8981");
    }

    @Test
    void currenciesDoNotMix() {
        var euros = Money.of("1", "EUR");
        var dollars = Money.of("1", "USD");

        assertThatThrownBy(() -> euros.plus(dollars)).hasMessage("EUR and USD do not mix");
        assertThatThrownBy(() -> euros.minus(dollars)).hasMessage("EUR and USD do not mix");
        assertThatThrownBy(() -> euros.compareTo(dollars)).hasMessage("EUR and USD do not mix");
    }

    @Test
    void amountsCompareByValue() {
        assertThat(Money.of("2", "EUR")).isGreaterThan(Money.of("1.99", "EUR"));
        assertThat(Money.of("2", "EUR")).isEqualByComparingTo(Money.of("2.00", "EUR"));
    }
}
