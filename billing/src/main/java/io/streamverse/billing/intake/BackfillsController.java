package io.streamverse.billing.intake;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;

@Controller("/operator/v1/usage-backfills")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Usage (operator)")
class BackfillsController {
    private final Backfills backfills;
    private final BookBackfills booking;

    BackfillsController(Backfills backfills, BookBackfills booking) {
        this.backfills = backfills;
        this.booking = booking;
    }

    @Post
    @Consumes({"text/csv", "application/x-ndjson"})
    @Status(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "backfillUsage",
            summary = "A file of usage that was missed; once more the same file books nothing twice")
    BackfillResponse take(HttpRequest<?> http, @Body InputStream file) throws IOException {
        try (file) {
            var taken = http.getContentType()
                            .filter(it -> it.matches(MediaType.TEXT_CSV_TYPE))
                            .isPresent()
                    ? backfills.takeCommas(file)
                    : backfills.takeJson(file);
            booking.wake();
            return taken;
        }
    }

    @Get("/{id}")
    @Operation(operationId = "getUsageBackfill", summary = "How far a file is")
    BackfillResponse get(String id) {
        return backfills.get(id);
    }
}
