package io.streamverse.server.console;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.streamverse.kernel.problem.Forbidden;
import io.streamverse.kernel.problem.Unauthenticated;
import io.streamverse.kernel.security.Digests;
import io.streamverse.kernel.security.Sealed;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

@Singleton
public class ConsoleSessions {
    static final String COOKIE = "streamverse-console";
    static final String TOKEN = "StreamVerse-Console";
    private final Sealed seal;
    private final Duration life;
    private final InstantSource clock;

    ConsoleSessions(ConsoleConfig config, InstantSource clock) {
        this.seal = Sealed.under(Digests.sha256("streamverse.console:" + config.secret()));
        this.life = config.session();
        this.clock = clock;
    }

    /// The key behind the request's cookie, where it has one. The header that only our own page can send must be there.
    public Optional<String> key(HttpRequest<?> request) {
        return cookie(request).map(cookie -> {
            var session = open(cookie);
            demandToken(request, cookie);
            return session.key();
        });
    }

    Cookie begin(HttpRequest<?> request, String key, String environment) {
        var session =
                new ConsoleSession(key, environment, clock.instant().plus(life).truncatedTo(ChronoUnit.SECONDS));
        return kept(request, session.closed(seal)).maxAge(life);
    }

    Cookie end(HttpRequest<?> request) {
        return kept(request, "").maxAge(0);
    }

    /// Shows a page of ours what it needs to go on after it was loaded again; other origins cannot read the answer.
    SessionResponse current(HttpRequest<?> request) {
        return cookie(request).map(this::describe).orElseThrow(ConsoleSessions::over);
    }

    SessionResponse describe(String cookie) {
        var session = open(cookie);
        return new SessionResponse(ConsoleSession.tokenOf(cookie), session.environment(), session.expiresAt());
    }

    private ConsoleSession open(String cookie) {
        return ConsoleSession.opened(cookie, seal, clock.instant()).orElseThrow(ConsoleSessions::over);
    }

    private static void demandToken(HttpRequest<?> request, String cookie) {
        var sent = request.getHeaders().get(TOKEN);
        if (sent == null || !MessageDigest.isEqual(bytes(sent), bytes(ConsoleSession.tokenOf(cookie)))) {
            throw new Forbidden(
                    "console.token.missing", "A session of the console needs its token, as the header " + TOKEN);
        }
    }

    private static Optional<String> cookie(HttpRequest<?> request) {
        return request.getCookies().findCookie(COOKIE).map(Cookie::getValue).filter(it -> !it.isEmpty());
    }

    private static Cookie kept(HttpRequest<?> request, String value) {
        return Cookie.of(COOKIE, value)
                .path("/")
                .httpOnly()
                .secure(isSecure(request))
                .sameSite(SameSite.Strict);
    }

    /// TLS may end in front of us.
    private static boolean isSecure(HttpRequest<?> request) {
        return request.isSecure()
                || "https".equalsIgnoreCase(request.getHeaders().get("X-Forwarded-Proto"));
    }

    private static Unauthenticated over() {
        return new Unauthenticated("console.session.over", "This session of the console is over: sign in again");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
