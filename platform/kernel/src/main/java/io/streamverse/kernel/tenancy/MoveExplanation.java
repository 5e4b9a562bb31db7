package io.streamverse.kernel.tenancy;

import io.micronaut.context.annotation.Requires;
import io.streamverse.kernel.problem.DomainException;
import io.streamverse.kernel.problem.Explanation;
import io.streamverse.kernel.problem.Unavailable;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/// A server that has not heard yet that a tenant moves, or has moved, is refused by PostgreSQL where it looks for it.
@Singleton
@Requires(bean = Placements.class)
class MoveExplanation implements Explanation {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final Duration NOT_AGAIN_WITHIN = Duration.ofSeconds(1);
    private final Placements placements;

    MoveExplanation(Placements placements) {
        this.placements = placements;
    }

    @Override
    public Optional<DomainException> of(Throwable fault) {
        return isRefused(fault)
                ? TenantContext.find()
                        .map(TenantSpace::tenant)
                        .filter(placements::hasJustMoved)
                        .<DomainException>map(_ -> later())
                : Optional.empty();
    }

    private static boolean isRefused(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && INSUFFICIENT_PRIVILEGE.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    static Unavailable later() {
        return new Unavailable("tenancy.tenant.moving", "This tenant is being moved; try again", NOT_AGAIN_WITHIN);
    }
}
