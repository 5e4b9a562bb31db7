package io.streamverse.server.viewers;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.security.Digests;
import io.streamverse.kernel.security.Sealed;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// What each environment signs with. The first key is made when it is first asked for; a retired one is believed until
/// every token it signed is over.
@Singleton
class SigningKeys {
    private static final int BITS = 2048;
    private static final int MOST = 10_000;
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    static final Duration OVERLAP = Duration.ofHours(1);
    private final Cache<TenantSpace, Keyring> rings =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();
    private final SigningKeyRepository keys;
    private final ViewersConfig config;
    private final Ids ids;
    private final InstantSource clock;

    SigningKeys(SigningKeyRepository keys, ViewersConfig config, Ids ids, InstantSource clock) {
        this.keys = keys;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    Keyring ring() {
        var space = TenantContext.current();
        var known = rings.getIfPresent(space);
        return known == null ? read(space) : known;
    }

    /// One that is not known may have been made by another server just now; who sends made-up names does not make us
    /// look each time.
    Optional<RSAKey> find(String id) {
        var ring = ring();
        var found = ring.find(id);
        if (found.isPresent() || clock.instant().isBefore(ring.readAt().plus(BETWEEN_LOOKS))) {
            return found;
        }
        return read(TenantContext.current()).find(id);
    }

    /// A key older than this signs no more; the next token makes another.
    void rotate(Duration age) {
        var now = clock.instant();
        keys.retire(now.minus(age), now.plus(OVERLAP));
        keys.forget(now);
        rings.invalidate(TenantContext.current());
    }

    private Keyring read(TenantSpace space) {
        var now = clock.instant();
        var rows = keys.believed(now);
        if (rows.isEmpty() || rows.getFirst().endsAt() != null) {
            make();
            rows = keys.believed(now);
        }
        var believed = rows.stream().map(SigningKeys::published).toList();
        var ring = new Keyring(opened(rows), believed, now);
        rings.put(space, ring);
        return ring;
    }

    private void make() {
        try {
            var id = ids.next("vky");
            var key = new RSAKeyGenerator(BITS)
                    .keyID(id)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
            keys.add(id, key.toPublicJWK().toJSONString(), seal(id).close(key.toJSONString()), clock.instant());
        } catch (JOSEException e) {
            throw new IllegalStateException("No key could be made", e);
        }
    }

    private RSAKey opened(List<SigningKey> rows) {
        var row = rows.getFirst();
        return parsed(seal(row.id())
                .open(row.sealed())
                .orElseThrow(
                        () -> new IllegalStateException("Key %s was closed under another secret".formatted(row.id()))));
    }

    private static RSAKey published(SigningKey row) {
        return parsed(row.publicJwk());
    }

    private static RSAKey parsed(String jwk) {
        try {
            return JWK.parse(jwk).toRSAKey();
        } catch (ParseException e) {
            throw new IllegalStateException("A stored key cannot be read", e);
        }
    }

    /// Of this key in this environment: a row that was moved elsewhere opens to nobody.
    private Sealed seal(String id) {
        return Sealed.under(Digests.sha256(
                "streamverse.viewer-key:%s:%s:%s".formatted(config.secret(), TenantContext.current(), id)));
    }
}
