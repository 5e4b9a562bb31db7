package io.streamverse.server.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.streamverse.kernel.problem.Unauthenticated;
import io.streamverse.kernel.security.Caller;
import io.streamverse.kernel.signal.Signals;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells a secret's key. Keys in use are remembered and dropped as soon as any server changes them; while that news
/// cannot be heard, nothing is remembered.
@Singleton
class KnownKeys {
    private final Cache<String, KnownKey> known = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();
    private final KeyRepository keys;
    private final LastUsed lastUsed;
    private final Signals signals;
    private final InstantSource clock;

    KnownKeys(KeyRepository keys, LastUsed lastUsed, Signals signals, InstantSource clock) {
        this.keys = keys;
        this.lastUsed = lastUsed;
        this.signals = signals;
        this.clock = clock;
        signals.on(
                Keys.SIGNAL,
                id -> known.asMap().values().removeIf(key -> key.id().equals(id)));
        signals.onLoss(known::invalidateAll);
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
        var remembered = known.getIfPresent(hash);
        if (remembered != null) {
            return remembered;
        }
        var heard = signals.heard();
        var found = keys.known(hash).orElse(null);
        if (found != null && signals.connected()) {
            known.put(hash, found);
        }
        if (signals.heard() != heard) {
            known.invalidate(hash);
        }
        return found;
    }
}
