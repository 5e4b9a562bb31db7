package io.streamverse.billing.quotes;

import io.streamverse.kernel.schedule.ScheduledJob;
import jakarta.inject.Singleton;
import java.time.Instant;

/// A quote is a proof of what was promised, for as long as somebody may ask for it.
@Singleton
class ForgetQuotes implements ScheduledJob {
    private final QuoteRepository quotes;
    private final QuotesConfig config;

    ForgetQuotes(QuoteRepository quotes, QuotesConfig config) {
        this.quotes = quotes;
        this.config = config;
    }

    @Override
    public String name() {
        return "billing.quotes.forget";
    }

    @Override
    public String cron() {
        return "0 40 3 * * *";
    }

    @Override
    public void run(Instant dueAt) {
        quotes.forget(dueAt.minus(config.keptFor()));
    }
}
