package io.streamverse.server.keyring;

import static java.util.Objects.requireNonNullElse;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.kernel.problem.Conflict;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Content keys as they lie: closed under the environment's key, bound to their own ids.
@Singleton
public class Keyring {
    private static final int KEY_BYTES = 16;
    private static final int BATCH = 500;
    private static final String KIND = "content-key";
    private static final SecureRandom RANDOM = new SecureRandom();
    private final KeyRepository keys;
    private final Custody custody;
    private final InstantSource clock;

    Keyring(KeyRepository keys, Custody custody, InstantSource clock) {
        this.keys = keys;
        this.custody = custody;
        this.clock = clock;
    }

    /// New keys, one for each tier.
    @Transactional
    public KeySet create(Set<KeyTier> tiers) {
        var ids = new EnumMap<KeyTier, String>(KeyTier.class);
        tiers.stream().sorted().forEach(it -> ids.put(it, random()));
        var set = ids.values().iterator().next();
        ids.forEach((tier, id) -> save(id, set, tier, new ContentKey(id, random(), random())));
        return new KeySet(set, ids);
    }

    /// A key that a packager of somebody else's named; asked for again it is the same. 409 where it is for other
    /// content.
    @Transactional
    public ContentKey packagerKey(String contentId, String keyId, @Nullable String iv) {
        var set = "speke:" + contentId;
        var known = keys.findById(keyId);
        if (known.isPresent() && !set.equals(known.get().setId())) {
            throw new Conflict("drm.key.taken", "The key id %s is of other content".formatted(keyId));
        }
        return known.map(it -> opened(it).key()).orElseGet(() -> named(keyId, set, iv));
    }

    public Optional<ContentKey> find(String id) {
        return keys.findById(id).map(it -> opened(it).key());
    }

    public List<TieredKey> all(Collection<String> ids) {
        var found = keys.all(ids);
        if (found.size() != Set.copyOf(ids).size()) {
            throw new NotFound("drm.key.unknown", "this key");
        }
        return found.stream().map(this::opened).toList();
    }

    /// All keys of a version, by its `keyId`.
    public List<TieredKey> ofSet(String set) {
        return keys.ofSet(set).stream().map(this::opened).toList();
    }

    /// Of which tiers a version's keys are. A key from before there were tiers counts as one of HD.
    public Set<KeyTier> tiersOf(String set) {
        return keys.ofSet(set).stream()
                .map(it -> requireNonNullElse(it.keyTier(), KeyTier.HD))
                .collect(Collectors.toSet());
    }

    /// Closes the next of them behind `after` under the newest key; answers the last one's id, nothing where all are.
    @Transactional
    public @Nullable String rewrap(String after, int newest) {
        var batch = keys.closedOtherwise(after, newest, BATCH);
        batch.forEach(it -> keys.update(
                it.under(custody.close(KIND, it.id(), text(opened(it).key())))));
        return batch.isEmpty() ? null : batch.getLast().id();
    }

    private ContentKey named(String id, String set, @Nullable String iv) {
        var key = new ContentKey(id, random(), iv == null ? random() : iv);
        save(id, set, null, key);
        return key;
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
