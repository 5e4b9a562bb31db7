package io.streamverse.server.delivery;

import io.streamverse.kernel.tenancy.TenantContext;
import jakarta.inject.Singleton;

@Singleton
public class Delivery {
    private final Tokens tokens;

    Delivery(Tokens tokens) {
        this.tokens = tokens;
    }

    /// The token, for players that put it into addresses themselves.
    public String token(Permit permit) {
        return tokens.sign(TenantContext.current(), permit);
    }

    /// The path that everything which the token is good for lies under, token first and with a slash at its end:
    /// `/URISigningPackage=<token>/m/<space>/<asset>/<version>/`.
    public String folder(Permit permit) {
        return MediaAddress.PACKAGE
                + token(permit)
                + MediaAddress.folder(TenantContext.current(), permit.assetId(), permit.version());
    }
}
