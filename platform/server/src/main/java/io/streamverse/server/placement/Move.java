package io.streamverse.server.placement;

import io.streamverse.kernel.tenancy.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A tenant on its way from one database into another. `attempt` is whose turn it is: whoever takes it up next makes it
/// greater, and nobody who was there before can change anything any more.
record Move(
        String id,
        TenantId tenant,
        String from,
        String to,
        MoveState state,
        long attempt,
        int failures,
        @Nullable String reason,
        @Nullable Long rows,
        Instant requestedAt,
        @Nullable Instant pausedAt,
        @Nullable Instant movedAt,
        @Nullable Instant doneAt) {

    boolean isOver() {
        return state == MoveState.DONE || state == MoveState.FAILED;
    }
}
