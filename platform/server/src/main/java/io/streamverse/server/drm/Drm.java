package io.streamverse.server.drm;

import io.streamverse.kernel.problem.Conflict;
import io.streamverse.kernel.problem.NotFound;
import io.streamverse.media.protection.KeyTier;
import io.streamverse.media.work.ContentKey;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@Singleton
public class Drm {
    private final ContentKeyring keys;
    private final Licences licences;
    private final Settings settings;

    Drm(ContentKeyring keys, Licences licences, Settings settings) {
        this.keys = keys;
        this.licences = licences;
        this.settings = settings;
    }

    /// New keys, one for each tier.
    public KeySet create(Set<KeyTier> tiers) {
        return keys.create(tiers);
    }

    public Optional<ContentKey> find(String id) {
        return keys.find(id).map(TieredKey::key);
    }

    /// All keys of a version, by its `keyId`.
    public List<TieredKey> keys(String keyId) {
        return keys.ofSet(keyId);
    }

    /// A key that a packager of somebody else's named; asked for again it is the same. 409 where it is for other
    /// content.
    public ContentKey packagerKey(String contentId, String keyId, @Nullable String iv) {
        var set = "speke:" + contentId;
        var known = keys.find(keyId);
        if (known.isPresent() && !keys.setOf(keyId).equals(Optional.of(set))) {
            throw new Conflict("drm.key.taken", "The key id %s is of other content".formatted(keyId));
        }
        return known.orElseGet(() -> keys.create(keyId, set, iv)).key();
    }

    public Licence licence(KeySystem system, byte[] challenge, String keyId, LicencePolicy policy) {
        return licence(system, challenge, Set.of(keyId), policy);
    }

    /// An answer to what a player's content decryption module sent. It opens none but these keys, which whoever calls
    /// has checked that the session may have; and of these none for larger pictures than the policy allows.
    public Licence licence(KeySystem system, byte[] challenge, Set<String> keyIds, LicencePolicy policy) {
        return licences.issue(system, challenge, keyIds, policy);
    }

    /// What players can get licences for here.
    public Set<KeySystem> systems() {
        return settings.current().systems();
    }

    /// What Safari asks for before its first licence.
    public Optional<ByteBuffer> fairPlayCertificate() {
        return settings.current().certificate();
    }

    public CpixRecipient recipient(String name) {
        return settings.current().settings().recipients().stream()
                .filter(it -> it.name().equals(name))
                .findAny()
                .orElseThrow(() -> new NotFound("drm.recipient.unknown", "recipient " + name));
    }

    public boolean givesPackagersClearKeys() {
        return settings.current().settings().spekeClearKeys();
    }

    public void forget(String id) {
        keys.forget(id);
    }
}
