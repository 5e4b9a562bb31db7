package io.streamverse.server.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.streamverse.kernel.problem.Forbidden;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// URI signing tokens (RFC 9246), in the words that Apache Traffic Server's `uri_signing` takes too.
@Singleton
class Tokens {
    /// Beyond this no token of ours is, and none is looked at.
    static final int LONGEST = 4096;
    private static final String NETWORK = "cdniip";
    private static final int REMEMBERED = 20_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> CLAIMS = Set.of("iss", "sub", "exp", "cdniuc", NETWORK);

    private final String cluster;
    private final List<SigningKey> keys;
    private final InstantSource clock;
    private final Cache<String, Token> verified =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    Tokens(DeliveryConfig config, InstantSource clock) {
        this.cluster = config.cluster();
        this.clock = clock;
        this.keys = Stream.concat(Stream.of(config.secret()), Stream.ofNullable(config.formerSecret()))
                .map(it -> SigningKey.of(cluster, it))
                .toList();
    }

    /// The first signs.
    List<SigningKey> keys() {
        return keys;
    }

    String sign(TenantSpace space, Permit permit) {
        var claims = JSON.createObjectNode()
                .put("iss", cluster)
                .put("exp", permit.until().getEpochSecond())
                .put("sub", permit.session())
                .put("cdniuc", Scope.claim(space, permit));
        var key = keys.getFirst();
        var network = permit.network();
        if (network != null) {
            claims.put(NETWORK, key.envelope().seal(network.cidr()));
        }
        var token = key.sign(claims.toString());
        if (token.length() > LONGEST) {
            throw new IllegalStateException("A token for %d tracks is too long"
                    .formatted(permit.tracks().size()));
        }
        return token;
    }

    /// What it opens, if it is ours, not over, and good for this address.
    Token verify(String token, MediaAddress address) {
        var known = verified.getIfPresent(token);
        var read = known != null ? known : read(token);
        if (!clock.instant().isBefore(read.until())) {
            throw refused("The token has expired");
        }
        if (!read.scope().holds(address)) {
            throw refused("The token is not for this address");
        }
        if (known == null) {
            verified.put(token, read);
        }
        return read;
    }

    private Token read(String token) {
        if (token.length() > LONGEST) {
            throw refused("The token is too long");
        }
        int second = token.indexOf('.') + 1;
        int third = token.indexOf('.', second) + 1;
        if (second == 0 || third == 0 || token.indexOf('.', third) >= 0) {
            throw refused("This is no token");
        }
        var key = key(token.substring(0, second - 1));
        try {
            var given = Base64.getUrlDecoder().decode(token.substring(third));
            if (!MessageDigest.isEqual(key.mac(token.substring(0, third - 1)), given)) {
                throw refused("The token was not signed by us");
            }
            return claims(key, JSON.readTree(Base64.getUrlDecoder().decode(token.substring(second, third - 1))));
        } catch (IllegalArgumentException | JacksonException e) {
            throw refused("The token cannot be read");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private SigningKey key(String header) {
        var given = header.getBytes(UTF_8);
        return keys.stream()
                .filter(it -> MessageDigest.isEqual(it.header().getBytes(UTF_8), given))
                .findFirst()
                .orElseThrow(() -> refused("The token names no key of this cluster"));
    }

    private Token claims(SigningKey key, JsonNode claims) {
        claims.fieldNames().forEachRemaining(name -> {
            if (!CLAIMS.contains(name)) {
                throw refused("The token holds what is not understood here");
            }
        });
        var session = claims.path("sub").asText();
        if (!claims.path("iss").asText().equals(cluster)
                || session.isEmpty()
                || !claims.path("exp").isIntegralNumber()) {
            throw refused("The token lacks a claim");
        }
        try {
            var scope = Scope.parse(claims.path("cdniuc").asText());
            return new Token(
                    session, Instant.ofEpochSecond(claims.path("exp").longValue()), scope, network(key, claims));
        } catch (PatternSyntaxException e) {
            throw refused("The token's pattern cannot be read");
        }
    }

    private static @Nullable Network network(SigningKey key, JsonNode claims) {
        return claims.has(NETWORK)
                ? key.envelope()
                        .open(claims.path(NETWORK).asText())
                        .map(Network::parse)
                        .orElseThrow(() -> refused("The token's network cannot be read"))
                : null;
    }

    static Forbidden refused(String why) {
        return new Forbidden("delivery.token.refused", why);
    }

    /// Good for whoever comes from `network`, or for everybody.
    record Token(
            String session,
            Instant until,
            Scope scope,
            @Nullable Network network) {}
}
