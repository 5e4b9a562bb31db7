package io.streamverse.billing.quotes;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

@ConfigurationProperties("quotes")
record QuotesConfig(
        @Bindable(defaultValue = "24h") Duration validFor,
        @Bindable(defaultValue = "400d") Duration keptFor) {}
