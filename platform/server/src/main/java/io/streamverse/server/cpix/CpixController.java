package io.streamverse.server.cpix;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.security.RequiredScope;
import io.streamverse.kernel.security.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/v1/assets")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "DRM")
class CpixController {
    private final Exports exports;

    CpixController(Exports exports) {
        this.exports = exports;
    }

    @Get("/{id}/cpix")
    @Produces(MediaType.APPLICATION_XML)
    @RequiredScope(Scope.DRM_READ)
    @Operation(
            operationId = "getCpix",
            summary = "The keys of the version that serves, as CPIX 2.3, encrypted for a recipient of your settings")
    String export(
            String id,
            @Parameter(description = "The name of one of the settings' recipients.") @QueryValue String recipient) {
        return exports.of(id, recipient);
    }
}
