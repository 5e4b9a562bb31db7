package io.streamverse.server.viewers;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.security.Caller;
import io.streamverse.kernel.security.ForGuests;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

@Controller("/viewer/v1/auth")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Sign-in (viewer)")
class AuthController {
    private final Accounts accounts;
    private final Tokens tokens;
    private final SessionCookie cookie;

    AuthController(Accounts accounts, Tokens tokens, SessionCookie cookie) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.cookie = cookie;
    }

    @Post("/register")
    @Status(HttpStatus.CREATED)
    @ForGuests
    @Operation(operationId = "registerViewer", summary = "Sign up with an e-mail address and a password")
    HttpResponse<ViewerTokens> register(HttpRequest<?> http, @Body @Valid RegisterRequest request) {
        return answer(http, HttpResponse.created(tokens.of(accounts.register(request))));
    }

    @Post("/login")
    @ForGuests
    @Operation(operationId = "logInViewer", summary = "Sign in; each sign-in is a session of its own")
    HttpResponse<ViewerTokens> logIn(HttpRequest<?> http, @Body @Valid LoginRequest request) {
        return answer(http, HttpResponse.ok(tokens.of(accounts.logIn(request))));
    }

    @Post("/refresh")
    @ForGuests
    @Operation(
            operationId = "refreshViewerTokens",
            summary = "The next pair of tokens; the old refresh token is over",
            description = "A page that keeps it as a cookie sends `StreamVerse-Session: cookie` and no body. Such a"
                    + " token stays the same.")
    HttpResponse<ViewerTokens> refresh(HttpRequest<?> http, @Body @Nullable @Valid RefreshRequest request) {
        var kept = cookie.refreshToken(http);
        var session = kept.isPresent() ? accounts.resume(kept.get()) : accounts.refresh(request);
        return answer(http, HttpResponse.ok(tokens.of(session)));
    }

    @Post("/logout")
    @Status(HttpStatus.NO_CONTENT)
    @ForGuests
    @Operation(operationId = "logOutViewer", summary = "End this session; its access token runs out within minutes")
    HttpResponse<?> logOut(HttpRequest<?> http, @Body @Nullable @Valid LogoutRequest request) {
        var kept = cookie.refreshToken(http).map(LogoutRequest::new).orElse(request);
        accounts.logOut(Caller.of(http), kept);
        return cookie.forget(http, HttpResponse.noContent());
    }

    private HttpResponse<ViewerTokens> answer(HttpRequest<?> http, MutableHttpResponse<ViewerTokens> response) {
        return cookie.isWanted(http) ? cookie.keep(http, response) : response;
    }
}
