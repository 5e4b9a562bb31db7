package io.streamverse.server.rates;

import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Min;

/// So many requests at once, and so many more each second; named by whose they are and the lane, `key-bulk`.
@EachProperty("rate-limits.rates")
record Rate(@Parameter String name, @Bindable @Min(1) int perSecond, @Bindable @Min(1) int burst) {
    /// What a server takes from the shared bucket in one go: a twentieth of a second's.
    int lease() {
        return Math.clamp(perSecond / 20, 1, 100);
    }

    int secondsUntilFull(int left) {
        return Math.ceilDiv(Math.max(0, burst - left), perSecond);
    }
}
