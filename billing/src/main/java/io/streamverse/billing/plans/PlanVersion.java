package io.streamverse.billing.plans;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import io.streamverse.kernel.money.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What a plan offers from a day on, in every currency. It is written once and never changed.
@MappedEntity(value = "plan_version", schema = "billing")
public record PlanVersion(
        @Id String id,
        String plan,
        int version,
        Instant validFrom,
        Instant createdAt,
        @TypeDef(type = DataType.JSON) List<Allowance> allowances,
        @TypeDef(type = DataType.JSON) List<Tariff> tariffs) {

    Set<Currency> currencies() {
        return tariffs.stream().map(Tariff::currency).collect(Collectors.toSet());
    }

    /// A tenant of a currency that the plan does not price pays in the plan's first.
    public Terms in(Currency currency) {
        var tariff = tariffs.stream()
                .filter(it -> it.currency().equals(currency))
                .findFirst()
                .orElseGet(tariffs::getFirst);
        return new Terms(
                plan,
                version,
                tariff.currency(),
                new Money(tariff.baseFee(), tariff.currency()),
                new Money(tariff.minimum(), tariff.currency()),
                allowances,
                tariff.prices());
    }
}
