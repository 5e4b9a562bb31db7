package io.streamverse.events.plans;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// A plan can be chosen from now on, or offers something else from now on.
public record PlanPublished(String code, String name, List<PlanAllowance> allowances, Instant validFrom)
        implements PlanEvent {

    /// Events of before there were allowances name neither.
    public PlanPublished {
        allowances = List.copyOf(Objects.requireNonNullElse(allowances, List.of()));
        validFrom = Objects.requireNonNullElse(validFrom, Instant.EPOCH);
    }
}
