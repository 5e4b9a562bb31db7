package io.streamverse.server.viewers;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
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

    AuthController(Accounts accounts, Tokens tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
    }

    @Post("/register")
    @Status(HttpStatus.CREATED)
    @ForGuests
    @Operation(operationId = "registerViewer", summary = "Sign up with an e-mail address and a password")
    ViewerTokens register(@Body @Valid RegisterRequest request) {
        return tokens.of(accounts.register(request));
    }

    @Post("/login")
    @ForGuests
    @Operation(operationId = "logInViewer", summary = "Sign in; each sign-in is a session of its own")
    ViewerTokens logIn(@Body @Valid LoginRequest request) {
        return tokens.of(accounts.logIn(request));
    }

    @Post("/refresh")
    @ForGuests
    @Operation(operationId = "refreshViewerTokens", summary = "The next pair of tokens; the old refresh token is over")
    ViewerTokens refresh(@Body @Valid RefreshRequest request) {
        return tokens.of(accounts.refresh(request));
    }

    @Post("/logout")
    @Status(HttpStatus.NO_CONTENT)
    @ForGuests
    @Operation(operationId = "logOutViewer", summary = "End this session; its access token runs out within minutes")
    void logOut(HttpRequest<?> http, @Body @Nullable @Valid LogoutRequest request) {
        accounts.logOut(Caller.of(http), request);
    }
}
