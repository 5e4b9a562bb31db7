package io.streamverse.server.drm;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.kernel.security.Digests;
import io.streamverse.kernel.security.Sealed;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.media.work.ContentKey;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;

@Singleton
public class Drm {
    private static final int KEY_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();
    private final KeyRepository keys;
    private final DrmConfig config;
    private final InstantSource clock;

    Drm(KeyRepository keys, DrmConfig config, InstantSource clock) {
        this.keys = keys;
        this.config = config;
        this.clock = clock;
    }

    /// A new key; answers its id.
    @Transactional
    public String create() {
        var id = random();
        keys.save(new SealedKey(id, seal(id).close(random() + random()), clock.instant()));
        return id;
    }

    public Optional<ContentKey> find(String id) {
        return keys.findById(id).map(it -> opened(it.id(), it.sealed()));
    }

    /// An answer to what a player's content decryption module sent about a key. Whoever calls has checked that the
    /// session may have it.
    public Licence licence(KeySystem system, byte[] challenge, String keyId, LicencePolicy policy) {
        throw new UnsupportedOperationException(system + keyId + challenge.length + policy);
    }

    @Transactional
    public void forget(String id) {
        keys.deleteById(id);
    }

    private ContentKey opened(String id, String sealed) {
        var both = seal(id).open(sealed)
                .orElseThrow(() -> new IllegalStateException("Key %s was closed under another secret".formatted(id)));
        return new ContentKey(id, both.substring(0, 2 * KEY_BYTES), both.substring(2 * KEY_BYTES));
    }

    /// Of this key in this environment: a row that was moved elsewhere opens to nobody.
    private Sealed seal(String id) {
        return Sealed.under(Digests.sha256(
                "streamverse.content-key:%s:%s:%s".formatted(config.secret(), TenantContext.current(), id)));
    }

    private static String random() {
        var bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
