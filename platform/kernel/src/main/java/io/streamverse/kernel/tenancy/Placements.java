package io.streamverse.kernel.tenancy;

import java.time.Duration;

/// Which database a tenant's schemas are in. Whoever places them tells.
public interface Placements {
    Place of(TenantId tenant);

    /// What was remembered of it is not to be trusted any more.
    void forget(TenantId tenant);

    /// What was refused where the tenant was thought to be may pass where it is now.
    boolean hasJustMoved(TenantId tenant);

    /// A tenant that is being moved is still where it was, and takes no writes there. Who comes may wait for the end of
    /// the move, but not beyond `pauseEndsAtNanos` of this machine's `nanoTime`.
    record Place(String database, boolean moving, long pauseEndsAtNanos) {
        public static Place in(String database) {
            return new Place(database, false, 0);
        }

        public static Place moving(String database, Duration pause) {
            return new Place(database, true, System.nanoTime() + pause.toNanos());
        }

        boolean isWorthWaiting() {
            return moving && System.nanoTime() - pauseEndsAtNanos < 0;
        }
    }
}
