package io.streamverse.server.custody;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.kernel.security.Digests;
import io.streamverse.kernel.security.Sealed;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;

@Singleton
public class Custody {
    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private final TenantKeyRepository keys;
    private final Wrappings wrappings;
    private final PlatformSecret platform;
    private final InstantSource clock;
    private final Cache<Name, String> unwrapped;

    Custody(
            TenantKeyRepository keys,
            Wrappings wrappings,
            PlatformSecret platform,
            CustodyConfig config,
            InstantSource clock) {
        this.keys = keys;
        this.wrappings = wrappings;
        this.platform = platform;
        this.clock = clock;
        this.unwrapped = Caffeine.newBuilder()
                .maximumSize(config.rememberAtMost())
                .expireAfterWrite(config.rememberFor())
                .build();
    }

    /// Under the newest key of the environment in charge. Only what is asked for by the same kind and id opens it.
    @Transactional
    public Closed close(String kind, String id, String text) {
        var key = keys.newest().orElseGet(() -> make(1));
        return new Closed(key.number(), seal(kind, id, key.number()).close(text));
    }

    public String open(String kind, String id, Closed closed) {
        var number = closed.tenantKey();
        var seal = number == null ? sealOfThePlatform(kind, id) : seal(kind, id, number);
        return seal.open(closed.text())
                .orElseThrow(() ->
                        new IllegalStateException("The %s %s was closed under another secret".formatted(kind, id)));
    }

    /// Everything is closed under a new key from now on; answers its number. Older ones open until they are retired.
    @Transactional
    public int rotate() {
        return make(newest().orElse(0) + 1).number();
    }

    public Optional<Integer> newest() {
        return keys.newest().map(TenantKey::number);
    }

    public Optional<Instant> newestSince() {
        return keys.newest().map(TenantKey::createdAt);
    }

    /// Nothing is closed any more under keys before this one.
    @Transactional
    public void retireBefore(int number) {
        keys.removeBefore(number);
    }

    private TenantKey make(int number) {
        var bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        var by = wrappings.chosen();
        keys.add(new TenantKey(number, by.kind().label(), by.wrap(bytes, TenantContext.current()), clock.instant()));
        return keys.findById(number).orElseThrow();
    }

    /// Of one thing in one environment: a row that was moved elsewhere opens to nobody.
    private Sealed seal(String kind, String id, int number) {
        var name = new Name(TenantContext.current(), number);
        var key = unwrapped.getIfPresent(name);
        if (key == null) {
            key = HexFormat.of().formatHex(wrappings.unwrap(known(name), name.space()));
            unwrapped.put(name, key);
        }
        return Sealed.under(Digests.sha256("streamverse.%s:%s:%s:%s".formatted(kind, key, name.space(), id)));
    }

    private TenantKey known(Name name) {
        return keys.findById(name.number())
                .orElseThrow(() ->
                        new IllegalStateException("Key %d of %s is not there".formatted(name.number(), name.space())));
    }

    private Sealed sealOfThePlatform(String kind, String id) {
        return Sealed.under(Digests.sha256(
                "streamverse.%s:%s:%s:%s".formatted(kind, platform.secret(), TenantContext.current(), id)));
    }

    private record Name(TenantSpace space, int number) {}
}
