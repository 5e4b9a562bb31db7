package io.streamverse.billing.margins;

import io.streamverse.kernel.money.Money;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A row for each line. No value of ours holds a comma, a quote or a line's end.
final class MarginsCsv {
    static final String HEADER = "tenantId,plan,planVersion,from,to,code,unit,quantity,currency,revenue,cost,margin\n";

    private MarginsCsv() {}

    static String rows(List<TenantUsage> usage) {
        return usage.stream().flatMap(MarginsCsv::rows).collect(Collectors.joining());
    }

    private static Stream<String> rows(TenantUsage usage) {
        return usage.lines().stream()
                .map(it -> String.join(
                                ",",
                                usage.tenantId(),
                                usage.plan(),
                                String.valueOf(usage.planVersion()),
                                usage.from().toString(),
                                usage.to().toString(),
                                it.code(),
                                it.unit(),
                                it.quantity().toPlainString(),
                                it.revenue().currency().getCurrencyCode(),
                                amount(it.revenue()),
                                amount(it.cost()),
                                amount(it.margin()))
                        + "\n");
    }

    private static String amount(@Nullable Money money) {
        return money == null ? "" : money.amount().toPlainString();
    }
}
