package io.streamverse.kernel.database;

import io.streamverse.kernel.problem.DomainException;
import io.streamverse.kernel.problem.Explanation;
import io.streamverse.kernel.problem.Unavailable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

@Singleton
class OutageExplanation implements Explanation {
    private static final Duration NOT_AGAIN_WITHIN = Duration.ofSeconds(2);

    @Override
    public Optional<DomainException> of(Throwable fault) {
        return Outage.explains(fault)
                ? Optional.of(new Unavailable(
                        "database.unavailable", "A database is away or busy; try again", NOT_AGAIN_WITHIN))
                : Optional.empty();
    }
}
