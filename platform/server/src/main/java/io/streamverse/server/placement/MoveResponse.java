package io.streamverse.server.placement;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Schema(name = "Move", description = "A tenant on its way from one database into another.")
record MoveResponse(
        String id,
        String tenantId,
        String from,
        String to,

        @Schema(
                description =
                        "`requested`: nothing is held up yet. `copying`: writes wait. `moved`: the tenant is at work in"
                                + " its new database; what it left behind is still there. `done`: that is gone. `failed`: given up,"
                                + " the tenant is where it was.")
        MoveState state,

        @Schema(description = "Tries that failed.") int failures,

        @Schema(description = "Why the last of them failed.") @Nullable
        String reason,

        @Schema(description = "Rows that were copied.") @Nullable
        Long rows,

        @Schema(description = "Milliseconds in which writes waited.") @Nullable
        Long pauseMs,

        Instant requestedAt,
        @Nullable Instant movedAt,
        @Nullable Instant doneAt) {

    static MoveResponse of(Move it) {
        var pausedAt = it.pausedAt();
        var movedAt = it.movedAt();
        return new MoveResponse(
                it.id(),
                it.tenant().value(),
                it.from(),
                it.to(),
                it.state(),
                it.failures(),
                it.reason(),
                it.rows(),
                pausedAt == null || movedAt == null
                        ? null
                        : Duration.between(pausedAt, movedAt).toMillis(),
                it.requestedAt(),
                movedAt,
                it.doneAt());
    }
}
