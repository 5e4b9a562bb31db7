package io.streamverse.kernel.operations;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.http.Page;
import io.streamverse.kernel.messaging.DeadLetter;
import io.streamverse.kernel.messaging.DeadLetters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

@Controller("/operator/v1/dead-letters")
@Requires(property = "database.control.url")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Operations (operator)")
class DeadLettersController {
    private final DeadLetters letters;

    DeadLettersController(DeadLetters letters) {
        this.letters = letters;
    }

    @Get
    @Operation(operationId = "listDeadLetters", summary = "Events that a program could not take, newest first")
    Page<DeadLetter> list(
            @QueryValue(defaultValue = "25") @Min(1) @Max(100) int limit,
            @QueryValue @Nullable String after,
            @QueryValue(defaultValue = "server") App app) {
        return letters.list(limit, after);
    }

    @Post("/{id}/replay")
    @Operation(
            operationId = "replayDeadLetter",
            summary = "Take a dead letter again, and then those that waited behind it")
    DeadLetterReplay replay(String id, @QueryValue(defaultValue = "server") App app) {
        return new DeadLetterReplay(letters.replay(id));
    }
}
