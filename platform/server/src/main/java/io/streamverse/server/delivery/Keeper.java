package io.streamverse.server.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpRequest;
import io.streamverse.kernel.problem.Forbidden;
import io.streamverse.kernel.security.AddressKeeper;
import io.streamverse.kernel.security.Bearer;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whose media an address opens: by the token in it, or, where an edge of ours has checked and removed that, by the
/// edge's key. An edge says what it was asked for, for the things that belong to a session.
@Singleton
class Keeper implements AddressKeeper {
    static final String CLIENT_PATH = "StreamVerse-Client-Path";
    private final Tokens tokens;
    private final Networks networks;
    private final byte[] edgeKey;
    private final Optional<Revoked> revoked;

    Keeper(Tokens tokens, Networks networks, DeliveryConfig config, Optional<Revoked> revoked) {
        this.tokens = tokens;
        this.networks = networks;
        this.edgeKey = Objects.requireNonNullElse(config.edgeKey(), "").getBytes(UTF_8);
        this.revoked = revoked;
    }

    @Override
    public TenantSpace admit(HttpRequest<?> request) {
        var address = MediaAddress.parse(request.getPath());
        var session = session(request, address);
        if (session != null && isOver(session, address)) {
            throw Tokens.refused("The session has been ended");
        }
        new Pass(session, address.assetId(), address.version()).enter(request);
        return address.space();
    }

    /// By the token in the address alone; null where that opens nothing, or not for everybody.
    @Nullable
    String sessionAnywhere(MediaAddress address) {
        try {
            var verified = tokens.verify(Objects.requireNonNull(address.token()), address);
            return verified.network() != null || isOver(verified.session(), address) ? null : verified.session();
        } catch (Forbidden refusal) {
            return null;
        }
    }

    private boolean isOver(String session, MediaAddress address) {
        return address.ofSession()
                && revoked.filter(it -> it.isRevoked(session)).isPresent();
    }

    void demandEdge(HttpRequest<?> request) {
        var given = Bearer.of(request).orElse("").getBytes(UTF_8);
        if (edgeKey.length == 0 || !MessageDigest.isEqual(given, edgeKey)) {
            throw Tokens.refused("The address holds no token, and the request is not from an edge");
        }
    }

    private @Nullable String session(HttpRequest<?> request, MediaAddress address) {
        var token = address.token();
        if (token != null) {
            return verified(request, token, address);
        }
        demandEdge(request);
        var asked = request.getHeaders().get(CLIENT_PATH);
        return asked == null ? null : sessionOf(request, asked, address);
    }

    /// Of a token that another address was asked for with, nothing is believed.
    private String sessionOf(HttpRequest<?> request, String asked, MediaAddress address) {
        var path = asked.startsWith("/") ? asked : "/" + asked;
        var query = path.indexOf('?');
        var client = MediaAddress.parse(query < 0 ? path : path.substring(0, query));
        var token = client.token();
        if (token == null || !client.path().equals(address.path())) {
            throw Tokens.refused("The edge was asked for something else");
        }
        return verified(request, token, address);
    }

    private String verified(HttpRequest<?> request, String token, MediaAddress address) {
        var verified = tokens.verify(token, address);
        if (verified.network() != null && !verified.network().equals(networks.of(request))) {
            throw Tokens.refused("The token is for another network");
        }
        return verified.session();
    }
}
