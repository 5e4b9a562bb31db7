package io.streamverse.billing.quotes;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.billing.plans.Terms;
import io.streamverse.billing.quotas.Quotas;
import io.streamverse.billing.quotas.Standing;
import io.streamverse.billing.rating.Rating;
import io.streamverse.billing.subscriptions.Subscriptions;
import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.money.Money;
import io.streamverse.kernel.problem.Conflict;
import io.streamverse.kernel.problem.FieldError;
import io.streamverse.kernel.problem.Rejected;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

@Singleton
public class Quotes {
    private final QuoteRepository quotes;
    private final Subscriptions subscriptions;
    private final Quotas quotas;
    private final Ids ids;
    private final QuotesConfig config;

    Quotes(QuoteRepository quotes, Subscriptions subscriptions, Quotas quotas, Ids ids, QuotesConfig config) {
        this.quotes = quotes;
        this.subscriptions = subscriptions;
        this.quotas = quotas;
        this.ids = ids;
        this.config = config;
    }

    public Optional<Quote> find(TenantSpace space, String id) {
        return quotes.findByIdAndTenantIdAndEnv(
                id, space.tenant().value(), space.environment().label());
    }

    /// A tenant is usable when its sign-up answers, so its first question waits for the news of it.
    void awaitSubscription(TenantSpace space) {
        subscriptions.awaited(space.tenant());
    }

    @Transactional
    Quote make(TenantSpace space, NewQuote wanted) {
        var tenant = space.tenant().value();
        var env = space.environment().label();
        var externalId = wanted.externalId();
        if (externalId != null && quotes.existsByTenantIdAndEnvAndExternalId(tenant, env, externalId)) {
            throw new Conflict("quotes.quote.external-id-taken", "Another quote has the externalId " + externalId);
        }
        var situation = quotas.situation(space);
        var terms = situation.terms();
        var quota = situation.of(wanted.meter());
        var price = price(terms, situation.used(), wanted);
        var now = situation.now().truncatedTo(ChronoUnit.MILLIS);
        return quotes.save(new Quote(
                ids.next("quo"),
                tenant,
                env,
                wanted.meter(),
                wanted.quantity(),
                price.amount(),
                price.currency().getCurrencyCode(),
                quota.map(Standing::allowance).orElse(BigDecimal.ZERO),
                quota.map(Standing::used).orElse(BigDecimal.ZERO),
                quota.filter(Standing::hard).isPresent(),
                terms.plan(),
                terms.version(),
                externalId,
                wanted.metadata(),
                now,
                now.plus(config.validFor())));
    }

    private static Money price(Terms terms, Map<String, BigDecimal> used, NewQuote wanted) {
        try {
            return added(terms, used, wanted.meter(), wanted.quantity());
        } catch (IllegalArgumentException e) {
            throw new Rejected(
                    "http.request.invalid",
                    "Some fields break a rule; see errors",
                    List.of(new FieldError("/quantity", "costs more than an amount can hold")));
        }
    }

    /// Not what the quantity costs by itself: what the bill of the period is more with it than without.
    static Money added(Terms terms, Map<String, BigDecimal> used, String meter, BigDecimal quantity) {
        var more = new TreeMap<>(used);
        more.merge(meter, quantity, BigDecimal::add);
        return Rating.rate(terms, more).total().minus(Rating.rate(terms, used).total());
    }
}
