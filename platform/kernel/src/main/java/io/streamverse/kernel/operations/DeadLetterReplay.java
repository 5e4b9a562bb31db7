package io.streamverse.kernel.operations;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(description = "What a replay did.")
record DeadLetterReplay(
        @Schema(description = "How many events were taken.") int taken) {}
