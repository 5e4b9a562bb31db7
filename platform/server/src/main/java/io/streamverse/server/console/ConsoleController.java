package io.streamverse.server.console;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.problem.Forbidden;
import io.streamverse.kernel.problem.Unauthenticated;
import io.streamverse.kernel.security.Bearer;
import io.streamverse.kernel.security.Caller;
import io.streamverse.kernel.security.Gatekeeper;
import io.swagger.v3.oas.annotations.Hidden;

/// A key is exchanged once for a session; from then on the page holds no secret.
@Controller("/admin/session")
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
class ConsoleController {
    private final ConsoleSessions sessions;
    private final Gatekeeper gatekeeper;

    ConsoleController(ConsoleSessions sessions, Gatekeeper gatekeeper) {
        this.sessions = sessions;
        this.gatekeeper = gatekeeper;
    }

    @Post
    HttpResponse<SessionResponse> begin(HttpRequest<?> request) {
        var key = Bearer.of(request)
                .orElseThrow(() -> new Unauthenticated("keys.key.missing", "Send a key as Authorization: Bearer"));
        var caller = gatekeeper.admit(request);
        var space = caller.space();
        if (caller.kind() != Caller.Kind.KEY || space == null) {
            throw new Forbidden("console.key.not-tenants", "This console is a tenant's: use one of the tenant's keys");
        }
        var cookie = sessions.begin(request, key, space.environment().label());
        return privately(HttpResponse.ok(sessions.describe(cookie.getValue()))).cookie(cookie);
    }

    /// Whatever is accepted: the console's pages are at every other address beside this one.
    @Get
    @Produces(MediaType.ALL)
    HttpResponse<SessionResponse> current(HttpRequest<?> request) {
        return privately(HttpResponse.ok(sessions.current(request))).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    @Delete
    HttpResponse<?> end(HttpRequest<?> request) {
        sessions.key(request);
        return HttpResponse.noContent().cookie(sessions.end(request));
    }

    private static <B> MutableHttpResponse<B> privately(MutableHttpResponse<B> response) {
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
