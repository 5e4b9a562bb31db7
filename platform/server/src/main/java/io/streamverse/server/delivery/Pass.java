package io.streamverse.server.delivery;

import io.micronaut.http.HttpRequest;
import io.streamverse.kernel.problem.Forbidden;
import org.jspecify.annotations.Nullable;

/// What the address of a request was found to open; `session` is null where an edge asks for what all sessions share.
public record Pass(@Nullable String session, String assetId, int version) {
    private static final String ATTRIBUTE = "streamverse.pass";

    public static Pass of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, Pass.class)
                .orElseThrow(() -> new Forbidden("delivery.token.refused", "The address holds no valid token"));
    }

    /// For what is a session's own.
    public String demandSession() {
        if (session == null) {
            throw new Forbidden("delivery.token.refused", "This is for the holder of a token");
        }
        return session;
    }

    void enter(HttpRequest<?> request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
