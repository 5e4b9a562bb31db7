package io.streamverse.server.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.problem.NotFound;
import io.streamverse.kernel.security.Caller;
import io.streamverse.kernel.security.ForViewers;
import io.streamverse.server.viewers.Viewers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/viewer/v1/account")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Sign-in (viewer)")
class AccountController {
    private final Viewers viewers;
    private final Access access;

    AccountController(Viewers viewers, Access access) {
        this.viewers = viewers;
        this.access = access;
    }

    @Get
    @ForViewers
    @Operation(operationId = "getAccount", summary = "Who is signed in, and the tier they have")
    AccountResponse get(HttpRequest<?> http) {
        var id = Caller.of(http).id();
        var account = viewers.account(id).orElseThrow(() -> new NotFound("viewers.viewer.unknown", "viewer " + id));
        return AccountResponse.of(account, access.tierOf(id).orElse(null));
    }
}
