package io.streamverse.server.viewers;

/// A refresh token that we made: of which session, and the how manieth of it.
record RefreshToken(String session, int generation) {}
