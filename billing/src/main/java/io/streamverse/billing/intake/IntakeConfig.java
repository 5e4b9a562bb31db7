package io.streamverse.billing.intake;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/// How much a file of usage may hold, in characters.
@ConfigurationProperties("intake")
record IntakeConfig(@Bindable(defaultValue = "1000000000") long largestBackfill) {}
