package io.streamverse.kernel.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.context.annotation.Requires;
import io.streamverse.kernel.problem.Unauthenticated;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Set;

/// What the server hands on when it forwards: who calls, for whom, with what scopes; good for a minute.
@Singleton
@Requires(property = "internal-tokens.secret")
public class InternalTokens {
    private static final Duration LIFE = Duration.ofSeconds(60);
    private final byte[] secret;
    private final InstantSource clock;

    InternalTokens(InternalTokenConfig config, InstantSource clock) {
        this.secret = config.secret().getBytes(StandardCharsets.UTF_8);
        this.clock = clock;
    }

    public String sign(String audience, Caller caller, String requestId) {
        var claims = new JWTClaimsSet.Builder()
                .audience(audience)
                .subject(caller.id())
                .claim("kind", caller.kind().name())
                .claim("scopes", List.copyOf(caller.scopes()))
                .claim("seal", caller.seal())
                .claim("requestId", requestId)
                .expirationTime(Date.from(clock.instant().plus(LIFE)));
        var space = caller.space();
        if (space != null) {
            claims.claim("tid", space.tenant().value())
                    .claim("env", space.environment().label());
        }
        try {
            var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims.build());
            token.sign(new MACSigner(secret));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("The internal token cannot be signed", e);
        }
    }

    public Caller verify(String audience, String token) {
        try {
            var jwt = SignedJWT.parse(token);
            if (!jwt.getHeader().getAlgorithm().equals(JWSAlgorithm.HS256) || !jwt.verify(new MACVerifier(secret))) {
                throw refused();
            }
            var claims = jwt.getJWTClaimsSet();
            if (!claims.getAudience().contains(audience)
                    || expired(claims.getExpirationTime().toInstant())) {
                throw refused();
            }
            var tenant = claims.getStringClaim("tid");
            var space = tenant == null ? null : TenantSpace.of(tenant, claims.getStringClaim("env"));
            var scopes = Set.copyOf(claims.getStringListClaim("scopes"));
            var kind = Caller.Kind.valueOf(claims.getStringClaim("kind"));
            return new Caller(kind, claims.getSubject(), space, scopes, claims.getStringClaim("seal"), null);
        } catch (ParseException | JOSEException | IllegalArgumentException | NullPointerException e) {
            throw refused();
        }
    }

    private boolean expired(Instant expiry) {
        return !clock.instant().isBefore(expiry);
    }

    private static Unauthenticated refused() {
        return new Unauthenticated("internal.token.refused", "Not a token of ours");
    }
}
