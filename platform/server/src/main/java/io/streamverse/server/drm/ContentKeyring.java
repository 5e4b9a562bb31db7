package io.streamverse.server.drm;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.kernel.problem.NotFound;
import io.streamverse.media.protection.KeyTier;
import io.streamverse.media.work.ContentKey;
import io.streamverse.server.custody.Custody;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Content keys as they lie: closed under the environment's key, bound to their own ids.
@Singleton
class ContentKeyring {
    private static final int KEY_BYTES = 16;
    private static final int BATCH = 500;
    private static final String KIND = "content-key";
    private static final SecureRandom RANDOM = new SecureRandom();
    private final KeyRepository keys;
    private final Custody custody;
    private final InstantSource clock;

    ContentKeyring(KeyRepository keys, Custody custody, InstantSource clock) {
        this.keys = keys;
        this.custody = custody;
        this.clock = clock;
    }

    @Transactional
    KeySet create(Set<KeyTier> tiers) {
        var ids = new EnumMap<KeyTier, String>(KeyTier.class);
        tiers.stream().sorted().forEach(it -> ids.put(it, random()));
        var set = ids.values().iterator().next();
        ids.forEach((tier, id) -> save(id, set, tier, new ContentKey(id, random(), random())));
        return new KeySet(set, ids);
    }

    /// One that somebody else named.
    @Transactional
    TieredKey create(String id, String set, @Nullable String iv) {
        var key = new ContentKey(id, random(), iv == null ? random() : iv);
        save(id, set, null, key);
        return new TieredKey(key, null);
    }

    Optional<TieredKey> find(String id) {
        return keys.findById(id).map(this::opened);
    }

    List<TieredKey> all(Collection<String> ids) {
        var found = keys.all(ids);
        if (found.size() != Set.copyOf(ids).size()) {
            throw new NotFound("drm.key.unknown", "this key");
        }
        return found.stream().map(this::opened).toList();
    }

    List<TieredKey> ofSet(String set) {
        return keys.ofSet(set).stream().map(this::opened).toList();
    }

    Optional<String> setOf(String id) {
        return keys.findById(id).map(SealedKey::setId);
    }

    /// Closes the next of them behind `after` under the newest key; answers the last one's id, nothing where all are.
    @Transactional
    @Nullable
    String rewrap(String after, int newest) {
        var batch = keys.closedOtherwise(after, newest, BATCH);
        batch.forEach(it -> keys.update(
                it.under(custody.close(KIND, it.id(), text(opened(it).key())))));
        return batch.isEmpty() ? null : batch.getLast().id();
    }

    @Transactional
    void forget(String id) {
        keys.deleteById(id);
    }

    private void save(String id, String set, @Nullable KeyTier tier, ContentKey key) {
        var closed = custody.close(KIND, id, text(key));
        var label = tier == null ? null : tier.label();
        keys.save(new SealedKey(id, set, label, closed.tenantKey(), closed.text(), clock.instant()));
    }

    private TieredKey opened(SealedKey it) {
        var both = custody.open(KIND, it.id(), it.closed());
        var key = new ContentKey(it.id(), both.substring(0, 2 * KEY_BYTES), both.substring(2 * KEY_BYTES));
        return new TieredKey(key, it.keyTier());
    }

    private static String text(ContentKey key) {
        return key.key() + key.iv();
    }

    private static String random() {
        var bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
