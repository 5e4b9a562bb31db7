package io.streamverse.server.keys;

import io.streamverse.kernel.problem.Unauthenticated;
import io.streamverse.kernel.security.Caller;
import io.streamverse.kernel.signal.Remembered;
import io.streamverse.kernel.signal.Signals;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells a secret's key. Keys in use are remembered and dropped as soon as any server changes them; while that news
/// cannot be heard, nothing is remembered.
@Singleton
class KnownKeys {
    private static final int MOST = 50_000;
    private final Remembered<KnownKey> known;
    private final KeyRepository keys;
    private final LastUsed lastUsed;
    private final InstantSource clock;

    KnownKeys(KeyRepository keys, LastUsed lastUsed, Signals signals, InstantSource clock) {
        this.keys = keys;
        this.lastUsed = lastUsed;
        this.clock = clock;
        this.known = new Remembered<>(signals, Keys.SIGNAL, MOST, KnownKey::id);
    }

    Caller admit(String credential) {
        var key = Secret.looksLikeOne(credential) ? find(new Secret(credential).hash()) : null;
        var now = clock.instant();
        if (key == null || key.over(now)) {
            throw new Unauthenticated("keys.key.refused", "This key is not known, was revoked or has expired");
        }
        lastUsed.note(key.id(), now);
        return Caller.key(key.id(), key.space(), Set.copyOf(key.scopes()), credential);
    }

    private @Nullable KnownKey find(String hash) {
        return known.find(hash, () -> keys.known(hash)).orElse(null);
    }
}
