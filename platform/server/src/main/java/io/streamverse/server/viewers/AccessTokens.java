package io.streamverse.server.viewers;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.streamverse.kernel.problem.Unauthenticated;
import io.streamverse.kernel.security.Digests;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.kernel.tenancy.TenantSpace;
import io.streamverse.server.tenants.Tenants;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;

/// Access tokens: RS256, good for minutes, of one environment. Each is verified once and then remembered for a while.
@Singleton
class AccessTokens {
    private static final String AUDIENCE = "viewer";
    private static final int LONGEST = 4_096;
    private static final int MOST = 50_000;
    private final Cache<String, VerifiedToken> verified = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();
    private final SigningKeys keys;
    private final Tenants tenants;
    private final ViewersConfig config;
    private final InstantSource clock;

    AccessTokens(SigningKeys keys, Tenants tenants, ViewersConfig config, InstantSource clock) {
        this.keys = keys;
        this.tenants = tenants;
        this.config = config;
        this.clock = clock;
    }

    /// What signing needs to know, asked before the transaction that makes the session: another database tells some of
    /// it, and a first key must not be taken back with it.
    Stamp stamp() {
        return new Stamp(issuer(TenantContext.current()), keys.ring().signing());
    }

    Duration life(Session session) {
        var left = Duration.between(clock.instant(), session.endsAt());
        return left.compareTo(config.accessToken()) < 0 ? left : config.accessToken();
    }

    String sign(Session session, Stamp stamp) {
        var space = TenantContext.current();
        var now = clock.instant();
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(stamp.key().getKeyID())
                .type(JOSEObjectType.JWT)
                .build();
        var claims = new JWTClaimsSet.Builder()
                .issuer(stamp.issuer())
                .audience(AUDIENCE)
                .subject(session.viewerId())
                .claim("sid", session.id())
                .claim("tid", space.tenant().value())
                .claim("env", space.environment().label())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life(session))));
        try {
            var token = new SignedJWT(header, claims.build());
            token.sign(new RSASSASigner(stamp.key()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("The token cannot be signed", e);
        }
    }

    /// The environment that a token says it is of; whether that is true, `verify` tells.
    TenantSpace claimed(String token) {
        var known = verified.getIfPresent(Digests.sha256(token));
        if (known != null) {
            return known.space();
        }
        try {
            var claims = parsed(token).getJWTClaimsSet();
            return TenantSpace.of(text(claims, "tid"), text(claims, "env"));
        } catch (ParseException | IllegalArgumentException e) {
            throw refused();
        }
    }

    VerifiedToken verify(String token, TenantSpace space) {
        var digest = Digests.sha256(token);
        var known = verified.getIfPresent(digest);
        if (known != null && known.space().equals(space)) {
            return current(known);
        }
        var read = current(read(token, space));
        verified.put(digest, read);
        return read;
    }

    private VerifiedToken current(VerifiedToken token) {
        if (!clock.instant().isBefore(token.endsAt())) {
            throw new Unauthenticated("viewers.token.expired", "This access token is over: refresh it");
        }
        return token;
    }

    private VerifiedToken read(String token, TenantSpace space) {
        try {
            var jwt = parsed(token);
            var header = jwt.getHeader();
            var key = keys.find(String.valueOf(header.getKeyID())).orElseThrow(AccessTokens::refused);
            if (!JWSAlgorithm.RS256.equals(header.getAlgorithm()) || !jwt.verify(new RSASSAVerifier(key))) {
                throw refused();
            }
            var claims = jwt.getJWTClaimsSet();
            demandOurs(claims, space);
            return new VerifiedToken(space, text(claims, "sub"), text(claims, "sid"), end(claims));
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            throw refused();
        }
    }

    private void demandOurs(JWTClaimsSet claims, TenantSpace space) throws ParseException {
        if (!claims.getAudience().equals(List.of(AUDIENCE))
                || !issuer(space).equals(claims.getIssuer())
                || !TenantSpace.of(text(claims, "tid"), text(claims, "env")).equals(space)) {
            throw refused();
        }
    }

    private static SignedJWT parsed(String token) throws ParseException {
        if (token.length() > LONGEST) {
            throw refused();
        }
        return SignedJWT.parse(token);
    }

    private static String text(JWTClaimsSet claims, String name) throws ParseException {
        var value = claims.getStringClaim(name);
        if (value == null) {
            throw refused();
        }
        return value;
    }

    private static Instant end(JWTClaimsSet claims) {
        var end = claims.getExpirationTime();
        if (end == null) {
            throw refused();
        }
        return end.toInstant();
    }

    private String issuer(TenantSpace space) {
        return "https://" + tenants.hostOf(space).orElseThrow(AccessTokens::refused);
    }

    private static Unauthenticated refused() {
        return new Unauthenticated("viewers.token.refused", "This is no access token of a viewer here");
    }
}
