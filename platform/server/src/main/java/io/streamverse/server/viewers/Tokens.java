package io.streamverse.server.viewers;

import jakarta.inject.Singleton;

/// The pair of tokens that a session's app holds.
@Singleton
class Tokens {
    private final AccessTokens access;
    private final RefreshTokens refresh;

    Tokens(AccessTokens access, RefreshTokens refresh) {
        this.access = access;
        this.refresh = refresh;
    }

    /// Before a transaction in which `of` is called.
    void prepare() {
        access.prepare();
    }

    ViewerTokens of(Session session) {
        return new ViewerTokens(
                session.viewerId(),
                session.id(),
                access.sign(session),
                refresh.of(session),
                access.life(session).toSeconds());
    }
}
