package io.streamverse.billing.quotes;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import io.streamverse.kernel.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `included` and `used` are those of the period in which it was asked for. Times are business time.
@MappedEntity(value = "quote", schema = "billing")
public record Quote(
        @Id String id,
        String tenantId,
        String env,
        String meter,
        BigDecimal quantity,
        BigDecimal price,
        String currency,
        BigDecimal included,
        BigDecimal used,
        boolean hard,
        String plan,
        int planVersion,
        @Nullable String externalId,
        @TypeDef(type = DataType.JSON) Map<String, String> metadata,
        Instant createdAt,
        Instant expiresAt) {

    public Money money() {
        return new Money(price, Currency.getInstance(currency));
    }

    public boolean holdsAt(Instant at) {
        return at.isBefore(expiresAt);
    }
}
