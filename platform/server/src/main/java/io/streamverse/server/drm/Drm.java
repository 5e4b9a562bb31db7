package io.streamverse.server.drm;

import io.streamverse.kernel.problem.NotFound;
import io.streamverse.media.protection.KeyTier;
import io.streamverse.server.providers.KeySystem;
import io.streamverse.server.providers.Licence;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;

@Singleton
public class Drm {
    private final Licences licences;
    private final Settings settings;

    Drm(Licences licences, Settings settings) {
        this.licences = licences;
        this.settings = settings;
    }

    public Licence licence(KeySystem system, byte[] challenge, String keyId, LicencePolicy policy) {
        return licence(system, challenge, Set.of(keyId), policy);
    }

    /// An answer to what a player's content decryption module sent. It opens none but these keys, which whoever calls
    /// has checked that the session may have; and of these none for larger pictures than the policy allows.
    public Licence licence(KeySystem system, byte[] challenge, Set<String> keyIds, LicencePolicy policy) {
        return licences.issue(system, challenge, keyIds, policy);
    }

    /// How long tracks of these tiers may be kept, all of them together.
    public Keep keep(Set<KeyTier> tiers) {
        return settings.current().settings().keep(tiers);
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
}
