package io.streamverse.billing.plans;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What an operator sends as an offer, with one price of API calls, and variations of it.
public final class SomeOffer {
    private final Map<String, Object> fields = new TreeMap<>(Map.of(
            "allowances",
            List.of(Map.of("meter", "api.calls", "amount", 1000, "hard", false)),
            "terms",
            List.of(terms("EUR", "10.00", price("graduated", beyond("0.50"))))));

    public static SomeOffer anOffer() {
        return new SomeOffer();
    }

    public SomeOffer with(String field, Object value) {
        fields.put(field, value);
        return this;
    }

    public SomeOffer priced(Object... prices) {
        return with("terms", List.of(terms("EUR", "10.00", prices)));
    }

    public Map<String, Object> json() {
        return fields;
    }

    public static Map<String, Object> terms(String currency, String baseFee, Object... prices) {
        return Map.of("currency", currency, "baseFee", baseFee, "minimum", "0", "prices", List.of(prices));
    }

    public static Map<String, Object> price(String model, Object... tiers) {
        return price("api.calls", model, tiers);
    }

    public static Map<String, Object> price(String meter, String model, Object... tiers) {
        return Map.of("meter", meter, "model", model, "per", 1, "tiers", List.of(tiers));
    }

    public static Map<String, Object> tier(int upTo, String price) {
        return Map.of("upTo", upTo, "price", price);
    }

    public static Map<String, Object> beyond(String price) {
        return Map.of("price", price);
    }
}
