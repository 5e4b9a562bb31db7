package io.streamverse.billing.margins;

import io.streamverse.kernel.http.Page;
import io.streamverse.kernel.money.Money;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/// A row for each line of every tenant, page by page as the reader takes them. No value of ours holds a comma, a quote
/// or a line's end.
@Singleton
class MarginsCsv {
    private static final String HEADER =
            "tenantId,plan,planVersion,from,to,code,unit,quantity,currency,revenue,cost,margin\n";
    private static final int TENANTS_AT_ONCE = 100;
    private final Margins margins;

    MarginsCsv(Margins margins) {
        this.margins = margins;
    }

    Flux<byte[]> of(@Nullable YearMonth month) {
        return Flux.<String, Optional<Page<TenantUsage>>>generate(Optional::empty, (last, next) -> {
                    if (last.isPresent() && !last.get().hasMore()) {
                        next.complete();
                        return last;
                    }
                    var page = margins.page(
                            month, TENANTS_AT_ONCE, last.map(Page::next).orElse(null));
                    next.next(rows(page.data()));
                    return Optional.of(page);
                })
                .startWith(HEADER)
                .map(it -> it.getBytes(StandardCharsets.UTF_8))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static String rows(List<TenantUsage> usage) {
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
