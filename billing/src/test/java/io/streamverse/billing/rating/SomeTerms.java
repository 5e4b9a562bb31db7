package io.streamverse.billing.rating;

import io.streamverse.billing.plans.Allowance;
import io.streamverse.billing.plans.Price;
import io.streamverse.billing.plans.Price.Model;
import io.streamverse.billing.plans.Terms;
import io.streamverse.billing.plans.Tier;
import io.streamverse.kernel.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Terms for one meter, `things`, as a test needs them.
record SomeTerms(
        String currency, String baseFee, String minimum, String included, Model model, String per, List<Tier> tiers) {

    static SomeTerms priced(Model model, Tier... tiers) {
        return new SomeTerms("EUR", "0", "0", "0", model, "1", List.of(tiers));
    }

    static Tier upTo(long upTo, String price) {
        return new Tier(BigDecimal.valueOf(upTo), new BigDecimal(price));
    }

    static Tier beyond(String price) {
        return new Tier(null, new BigDecimal(price));
    }

    /// Anything an operator could write down: prices with up to six decimals, up to four tiers.
    static SomeTerms random(Random random, Model model) {
        var tiers = new ArrayList<Tier>();
        var end = 0;
        for (var tier = model == Model.PACKAGE ? 0 : random.nextInt(4); tier > 0; tier--) {
            end += 1 + random.nextInt(40);
            tiers.add(new Tier(BigDecimal.valueOf(end), price(random)));
        }
        tiers.add(new Tier(null, price(random)));
        return new SomeTerms(
                List.of("JPY", "EUR", "KWD").get(random.nextInt(3)),
                String.valueOf(random.nextInt(500)),
                String.valueOf(random.nextInt(800)),
                String.valueOf(random.nextInt(30)),
                model,
                String.valueOf(1 + random.nextInt(12)),
                tiers);
    }

    private static BigDecimal price(Random random) {
        return BigDecimal.valueOf(random.nextInt(2_000_000), 6);
    }

    SomeTerms in(String other) {
        return new SomeTerms(other, baseFee, minimum, included, model, per, tiers);
    }

    SomeTerms per(String units) {
        return new SomeTerms(currency, baseFee, minimum, included, model, units, tiers);
    }

    SomeTerms including(String amount) {
        return new SomeTerms(currency, baseFee, minimum, amount, model, per, tiers);
    }

    SomeTerms charging(String fee, String atLeast) {
        return new SomeTerms(currency, fee, atLeast, included, model, per, tiers);
    }

    Terms terms() {
        var money = Currency.getInstance(currency);
        return new Terms(
                "some",
                1,
                money,
                new Money(new BigDecimal(baseFee), money),
                new Money(new BigDecimal(minimum), money),
                List.of(new Allowance("things", new BigDecimal(included), false)),
                List.of(new Price("things", model, new BigDecimal(per), tiers)));
    }

    Rated rate(String quantity) {
        return Rating.rate(terms(), Map.of("things", new BigDecimal(quantity)));
    }

    Rated rate(long quantity) {
        return rate(String.valueOf(quantity));
    }

    Line line(long quantity) {
        return rate(quantity).lines().get(1);
    }
}
