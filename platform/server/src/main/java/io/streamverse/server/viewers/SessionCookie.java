package io.streamverse.server.viewers;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;

/// Keeps a page's refresh token where no script of the page can read it. Pages ask for it with a header, which no
/// other site's page can send here, and the cookie goes along to the sign-in's routes alone.
@Singleton
class SessionCookie {
    static final String HEADER = "StreamVerse-Session";
    private static final String WANTED = "cookie";
    private static final String NAME = "sv_session";
    private static final String PATH = "/viewer/v1/auth";
    private final ViewersConfig config;

    SessionCookie(ViewersConfig config) {
        this.config = config;
    }

    boolean isWanted(HttpRequest<?> request) {
        return WANTED.equals(request.getHeaders().get(HEADER));
    }

    Optional<String> refreshToken(HttpRequest<?> request) {
        return isWanted(request) ? request.getCookies().findCookie(NAME).map(Cookie::getValue) : Optional.empty();
    }

    MutableHttpResponse<ViewerTokens> keep(HttpRequest<?> request, MutableHttpResponse<ViewerTokens> response) {
        var tokens = Objects.requireNonNull(response.body());
        var kept = cookie(request, tokens.refreshToken()).maxAge(config.session());
        return response.body(tokens.withoutRefreshToken()).cookie(kept);
    }

    MutableHttpResponse<?> forget(HttpRequest<?> request, MutableHttpResponse<?> response) {
        return isWanted(request) ? response.cookie(cookie(request, "").maxAge(0)) : response;
    }

    /// `Secure` wherever the viewer came with TLS, here or at the edge.
    private static Cookie cookie(HttpRequest<?> request, String value) {
        var secure = request.isSecure() || "https".equals(request.getHeaders().get("X-Forwarded-Proto"));
        return Cookie.of(NAME, value).path(PATH).httpOnly(true).secure(secure).sameSite(SameSite.Strict);
    }
}
