package io.streamverse.kernel.operations;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(description = "A run that was asked for.")
record ScheduleRun(
        String name,

        @Schema(description = "`due`: it starts within seconds.")
        String state) {}
