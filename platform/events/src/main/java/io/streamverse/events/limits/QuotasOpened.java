package io.streamverse.events.limits;

import java.time.Instant;

/// An environment is there and has the allowances of its plan: it can be told of its quotas from now on.
public record QuotasOpened(Instant at) implements LimitEvent {
    @Override
    public String aggregateId() {
        return "quotas";
    }
}
