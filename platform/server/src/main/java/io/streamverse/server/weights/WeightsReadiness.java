package io.streamverse.server.weights;

import io.streamverse.kernel.health.Readiness;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Until billing has told us, once in a database's life, no encode can be planned.
@Singleton
class WeightsReadiness implements Readiness {
    private final Weights weights;

    WeightsReadiness(Weights weights) {
        this.weights = weights;
    }

    @Override
    public String part() {
        return "weights";
    }

    @Override
    public Optional<String> missing() {
        return weights.areKnown() ? Optional.empty() : Optional.of("not yet heard from billing");
    }
}
