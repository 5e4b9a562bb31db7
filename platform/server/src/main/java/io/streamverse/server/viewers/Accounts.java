package io.streamverse.server.viewers;

import io.streamverse.kernel.problem.Unauthenticated;
import io.streamverse.kernel.security.Caller;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Signing up, in and out. No connection is held while a password is hashed.
@Singleton
class Accounts {
    private final Viewers viewers;
    private final ViewerRepository repository;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Attempts attempts;
    private final RefreshTokens refreshTokens;

    Accounts(
            Viewers viewers,
            ViewerRepository repository,
            Sessions sessions,
            Passwords passwords,
            Attempts attempts,
            RefreshTokens refreshTokens) {
        this.viewers = viewers;
        this.repository = repository;
        this.sessions = sessions;
        this.passwords = passwords;
        this.attempts = attempts;
        this.refreshTokens = refreshTokens;
    }

    Session register(RegisterRequest request) {
        var email = Emails.require(request.email());
        PasswordRules.demandGood(request.password(), email, request.name());
        var hash = passwords.hash(request.password()).toString();
        return viewers.register(new NewViewer(email, hash, request.name(), request.locale(), request.device()));
    }

    Session logIn(LoginRequest request) {
        var email = Emails.canonical(request.email()).orElse(request.email());
        var viewer = repository.findByEmail(email);
        var hash = proven(email, viewer, request.password());
        var id = viewer.orElseThrow().id();
        if (hash.isOutdated()) {
            repository.rehash(id, passwords.hash(request.password()).toString());
        }
        return sessions.begin(id, request.device());
    }

    /// As at a log-in: who is signed in already proves who they are.
    void demandPassword(String viewerId, String password) {
        var viewer = viewers.get(viewerId);
        var email = viewer.email();
        proven(email == null ? viewerId : email, Optional.of(viewer), password);
    }

    private Argon2 proven(String email, Optional<Viewer> viewer, String password) {
        attempts.begin(email);
        var hash = viewer.map(Viewer::passwordHash).map(Argon2::parse).orElse(null);
        if (!passwords.matches(password, hash) || hash == null) {
            throw new Unauthenticated("viewers.login.refused", "E-mail address and password do not go together");
        }
        attempts.succeeded(email);
        return hash;
    }

    Session refresh(@Nullable RefreshRequest request) {
        var token = request == null ? "" : request.refreshToken();
        return refreshTokens.read(token).flatMap(sessions::refresh).orElseThrow(Accounts::refused);
    }

    /// With a token that no script can read, and so nobody else has: it stays good, and pages may ask at once.
    Session resume(String refreshToken) {
        return refreshTokens.read(refreshToken).flatMap(sessions::resume).orElseThrow(Accounts::refused);
    }

    private static Unauthenticated refused() {
        return new Unauthenticated(
                "viewers.refresh.refused", "This refresh token is not known, was used before or is over");
    }

    /// By the access token that was sent, else by the refresh token: who signs out may have let the first one run out.
    void logOut(Caller caller, @Nullable LogoutRequest request) {
        var session = Optional.ofNullable(caller.session());
        var refreshToken = Optional.ofNullable(request).map(LogoutRequest::refreshToken);
        var named = session.or(() -> refreshToken.flatMap(refreshTokens::read).map(RefreshToken::session));
        if (named.isEmpty() && refreshToken.isEmpty()) {
            throw new Unauthenticated("viewers.token.missing", "Send an access token, or a refreshToken in the body");
        }
        named.ifPresent(sessions::logOut);
    }
}
