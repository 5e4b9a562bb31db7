package io.streamverse.billing.quotas;

import io.micronaut.core.annotation.Introspected;

@Introspected
record Fact(String meter, String fact) {}
