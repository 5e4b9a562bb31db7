package io.streamverse.server.limits;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.streamverse.kernel.money.Quantities;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a period may cost, and what billing said it has cost so far. Without an amount there is no cap.
@MappedEntity("budget")
record Budget(
        @Id short id,
        @Nullable BigDecimal amount,
        BigDecimal spent,
        @Nullable String currency,
        @Nullable Instant periodFrom,
        @Nullable Instant periodTo,
        @Nullable Instant countedAt) {

    boolean isReached(Instant now) {
        return amount != null && periodTo != null && now.isBefore(periodTo) && spent.compareTo(amount) >= 0;
    }

    /// For whoever is refused.
    Map<String, Object> numbers(Claim claim) {
        var numbers = new LinkedHashMap<String, Object>();
        numbers.put("meter", claim.meter());
        numbers.put("asked", Quantities.plain(claim.amount()));
        numbers.put("budget", String.valueOf(amount));
        numbers.put("spent", spent.toPlainString());
        numbers.put("currency", String.valueOf(currency));
        numbers.put("resetsAt", String.valueOf(periodTo));
        return numbers;
    }
}
