package io.streamverse.server.delivery;

import io.micronaut.http.HttpRequest;
import io.streamverse.kernel.tenancy.TenantContext;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

@Singleton
public class Delivery {
    private final Tokens tokens;
    private final Steering steering;
    private final Networks networks;

    Delivery(Tokens tokens, Steering steering, Networks networks) {
        this.tokens = tokens;
        this.steering = steering;
        this.networks = networks;
    }

    /// Whether there are other hosts than the one that was asked.
    public boolean isSteered() {
        return steering.leads();
    }

    /// What a token for whoever calls is bound to; null where tokens are good anywhere.
    public @Nullable Network networkOf(HttpRequest<?> request) {
        return networks.binding(request).orElse(null);
    }

    /// Where whoever calls is on the internet.
    public Network clientOf(HttpRequest<?> request) {
        return networks.of(request);
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
