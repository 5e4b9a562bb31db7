package io.streamverse.billing.plans;

import io.streamverse.kernel.problem.FieldError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds everything that is wrong with an offer, each at its place.
final class OfferCheck {
    private static final BigDecimal LARGEST_QUANTITY = BigDecimal.TEN.pow(18);
    private static final BigDecimal LARGEST_PRICE = BigDecimal.TEN.pow(9);
    private static final int DECIMALS = 9;
    private final List<FieldError> errors = new ArrayList<>();

    private OfferCheck() {}

    /// `sold` are the currencies in which tenants pay for the plan already.
    static List<FieldError> of(Offer offer, Set<Currency> sold) {
        var check = new OfferCheck();
        check.allowances(offer.allowances());
        check.terms(offer.terms(), sold);
        return check.errors;
    }

    private void allowances(List<Allowance> allowances) {
        var seen = new HashSet<String>();
        for (var i = 0; i < allowances.size(); i++) {
            var allowance = allowances.get(i);
            var at = "/allowances/" + i;
            var slot = Goods.SLOTS.contains(String.valueOf(allowance.meter()));
            if (!slot) {
                meter(allowance.meter(), at + "/meter");
            }
            once(seen, allowance.meter(), at + "/meter");
            quantity(allowance.amount(), at + "/amount");
            demand(!slot || decimals(allowance.amount()) <= 0, at + "/amount", "is a whole number of things at once");
        }
    }

    private void terms(List<Tariff> terms, Set<Currency> sold) {
        demand(!terms.isEmpty(), "/terms", "names at least one currency");
        var seen = new HashSet<Currency>();
        for (var i = 0; i < terms.size(); i++) {
            var tariff = terms.get(i);
            var at = "/terms/" + i;
            once(seen, tariff.currency(), at + "/currency");
            fee(tariff.baseFee(), tariff.currency(), at + "/baseFee");
            fee(tariff.minimum(), tariff.currency(), at + "/minimum");
            prices(tariff.prices(), at + "/prices");
        }
        sold.stream()
                .filter(it -> !seen.contains(it))
                .sorted((a, b) -> a.getCurrencyCode().compareTo(b.getCurrencyCode()))
                .forEach(it -> error("/terms", "lacks " + it + ", in which the plan is sold already"));
    }

    private void fee(BigDecimal fee, Currency currency, String at) {
        if (!amount(fee, at) || currency == null) {
            return;
        }
        var scale = currency.getDefaultFractionDigits();
        demand(scale >= 0, at, "cannot be paid in " + currency);
        demand(
                scale < 0 || decimals(fee) <= scale,
                at,
                "has more than the %d decimals of %s".formatted(scale, currency));
    }

    private void prices(List<Price> prices, String list) {
        var seen = new HashSet<String>();
        for (var i = 0; i < prices.size(); i++) {
            var price = prices.get(i);
            var at = list + "/" + i;
            meter(price.meter(), at + "/meter");
            once(seen, price.meter(), at + "/meter");
            demand(price.model() != null, at + "/model", "is missing");
            if (quantity(price.per(), at + "/per")) {
                demand(price.per().signum() > 0, at + "/per", "is more than 0");
            }
            demand(!price.tiers().isEmpty(), at + "/tiers", "has at least one tier");
            demand(
                    price.model() != Price.Model.PACKAGE || price.tiers().size() < 2,
                    at + "/tiers",
                    "has one tier: a package has one price");
            tiers(price.tiers(), at + "/tiers");
        }
    }

    private void tiers(List<Tier> tiers, String list) {
        var end = BigDecimal.ZERO;
        for (var i = 0; i < tiers.size(); i++) {
            var tier = tiers.get(i);
            var at = list + "/" + i;
            amount(tier.price(), at + "/price");
            var upTo = tier.upTo();
            if (i == tiers.size() - 1) {
                demand(upTo == null, at + "/upTo", "leaves what lies beyond without a price: the last tier has no end");
            } else if (upTo == null) {
                error(at + "/upTo", "is missing: only the last tier has no end");
            } else if (quantity(upTo, at + "/upTo")) {
                demand(
                        upTo.compareTo(end) > 0,
                        at + "/upTo",
                        "overlaps what lies before: it is more than " + plain(end));
                end = end.max(upTo);
            }
        }
    }

    private void meter(String code, String at) {
        var known = Goods.METERS.stream().sorted().collect(Collectors.joining(", "));
        demand(Goods.METERS.contains(String.valueOf(code)), at, "is not a meter that can be sold: " + known);
    }

    private boolean quantity(BigDecimal quantity, String at) {
        return number(quantity, LARGEST_QUANTITY, at);
    }

    private boolean amount(BigDecimal amount, String at) {
        return number(amount, LARGEST_PRICE, at);
    }

    private boolean number(BigDecimal value, BigDecimal largest, String at) {
        if (value == null) {
            error(at, "is missing");
            return false;
        }
        if (value.signum() < 0) {
            error(at, "is not negative");
            return false;
        }
        if (value.compareTo(largest) > 0) {
            error(at, "is at most " + plain(largest));
            return false;
        }
        if (decimals(value) > DECIMALS) {
            error(at, "has at most %d decimals".formatted(DECIMALS));
            return false;
        }
        return true;
    }

    private <T> void once(Collection<T> seen, T value, String at) {
        demand(value != null, at, "is missing");
        demand(seen.add(value) || value == null, at, "is there twice");
    }

    private static int decimals(BigDecimal value) {
        return value == null ? 0 : value.stripTrailingZeros().scale();
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    private void demand(boolean holds, String at, String rule) {
        if (!holds) {
            error(at, rule);
        }
    }

    private void error(String at, String rule) {
        errors.add(new FieldError(at, rule));
    }
}
