package io.streamverse.server.delivery;

import jakarta.inject.Singleton;

@Singleton
public class Delivery {
    /// The token, for players that put it into addresses themselves.
    public String token(Permit permit) {
        throw new UnsupportedOperationException(permit.session());
    }

    /// The path that everything which the token is good for lies under, token first and with a slash at its end:
    /// `/URISigningPackage=<token>/m/<space>/<asset>/<version>/`.
    public String folder(Permit permit) {
        throw new UnsupportedOperationException(permit.session());
    }
}
