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

    /// Before the transaction in which the session is made.
    Stamp stamp() {
        return access.stamp();
    }

    ViewerTokens of(Session session) {
        return of(session, stamp());
    }

    ViewerTokens of(Session session, Stamp stamp) {
        return new ViewerTokens(
                session.viewerId(),
                session.id(),
                access.sign(session, stamp),
                refresh.of(session),
                access.life(session).toSeconds());
    }
}
