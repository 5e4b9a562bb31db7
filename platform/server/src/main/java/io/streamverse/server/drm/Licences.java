package io.streamverse.server.drm;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.streamverse.kernel.problem.Forbidden;
import io.streamverse.kernel.problem.Malformed;
import io.streamverse.kernel.problem.NotFound;
import io.streamverse.kernel.problem.TooLarge;
import io.streamverse.kernel.security.Digests;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.media.work.ContentKey;
import io.streamverse.server.keyring.Keyring;
import io.streamverse.server.providers.KeyGrant;
import io.streamverse.server.providers.KeySystem;
import io.streamverse.server.providers.Licence;
import io.streamverse.server.providers.LicenceOrder;
import io.streamverse.server.providers.Providers;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Checks what is asked for, and lets it be answered: ClearKey here, all else by the tenant's provider.
@Singleton
class Licences {
    private static final int LARGEST_CHALLENGE = 65_536;
    private static final int REMEMBERED = 5_000;
    private static final Duration REPEATED_WITHIN = Duration.ofSeconds(30);
    private final Keyring keys;
    private final Settings settings;
    private final Providers providers;
    private final LicenceBook book;
    private final InstantSource clock;

    /// A player that repeats its challenge, which holds a nonce, gets the same answer and is charged once.
    private final Cache<String, Licence> answered = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(REPEATED_WITHIN)
            .build();

    Licences(Keyring keys, Settings settings, Providers providers, LicenceBook book, InstantSource clock) {
        this.keys = keys;
        this.settings = settings;
        this.providers = providers;
        this.book = book;
        this.clock = clock;
    }

    Licence issue(KeySystem system, byte[] challenge, Set<String> keyIds, LicencePolicy policy) {
        var now = clock.instant();
        var wanted = grants(keyIds, policy, now);
        var allowed = capped(policy, wanted, now);
        demandReadable(challenge);
        return system == KeySystem.CLEARKEY
                ? clearKey(challenge, wanted, allowed)
                : proxied(system, challenge, wanted, allowed, now);
    }

    private List<KeyGrant> grants(Set<String> keyIds, LicencePolicy policy, Instant now) {
        if (keyIds.isEmpty()) {
            throw new NotFound("drm.key.unknown", "this key");
        }
        var rules = settings.current().settings();
        var found = keys.all(keyIds);
        if (!policy.until().isAfter(now) || !found.stream().allMatch(it -> it.within(policy.maximumHeight()))) {
            throw refused("These keys are not for this session");
        }
        return found.stream().map(it -> new KeyGrant(it, rules.rule(it.tier()))).toList();
    }

    private static LicencePolicy capped(LicencePolicy policy, List<KeyGrant> grants, Instant now) {
        if (!policy.isKept()) {
            return policy;
        }
        var days = grants.stream().mapToInt(it -> it.rule().offlineDays()).min().orElse(0);
        if (days == 0 || !policy.end().isAfter(now)) {
            throw new Forbidden("drm.licence.offline-refused", "Licences for these tracks are not kept on a device");
        }
        return policy.keptAtMostUntil(now.plus(Duration.ofDays(days)));
    }

    /// All keys of the session at once: hls.js asks for the first track's alone, and waits for the others'.
    private Licence clearKey(byte[] challenge, List<KeyGrant> grants, LicencePolicy policy) {
        if (!settings.current().settings().clearKey()) {
            throw noLicences(KeySystem.CLEARKEY);
        }
        var request = ClearKey.read(challenge);
        if (request.persistent() && !policy.isKept()) {
            throw new Forbidden("drm.licence.offline-refused", "This session is not for keeping");
        }
        var given = grants.stream().map(it -> it.tiered().key()).toList();
        if (!given.stream().map(ContentKey::keyId).collect(Collectors.toSet()).containsAll(request.keyIds())) {
            throw refused("These keys are not for this session");
        }
        book.issued(KeySystem.CLEARKEY);
        return request.answer(given);
    }

    private Licence proxied(
            KeySystem system, byte[] challenge, List<KeyGrant> grants, LicencePolicy policy, Instant now) {
        var name = name(system, challenge, grants, policy);
        var known = answered.getIfPresent(name);
        if (known != null) {
            return known.again();
        }
        var terms = settings.current();
        var playWithin = policy.playWithin(Duration.ofHours(terms.settings().playWithinHours()));
        var order = new LicenceOrder(system, ByteBuffer.wrap(challenge), grants, policy.end(), playWithin, now);
        var provider = terms.provider(system).orElseThrow(() -> noLicences(system));
        var licence = providers.ask(provider, terms.secret(system), order);
        book.issued(system);
        answered.put(name, licence);
        return licence.again();
    }

    private static String name(KeySystem system, byte[] challenge, List<KeyGrant> grants, LicencePolicy policy) {
        var ids = new TreeSet<String>();
        grants.forEach(it -> ids.add(it.tiered().key().keyId()));
        return Digests.sha256("%s %s %s %s %s"
                .formatted(
                        TenantContext.current(),
                        system,
                        ids,
                        policy.isKept(),
                        HexFormat.of().formatHex(challenge)));
    }

    private static void demandReadable(byte[] challenge) {
        if (challenge.length > LARGEST_CHALLENGE) {
            throw new TooLarge("drm.challenge.too-large", "A licence request has at most 64 KB");
        }
        if (challenge.length == 0) {
            throw new Malformed("drm.challenge.malformed", "The licence request is empty");
        }
    }

    private static Forbidden noLicences(KeySystem system) {
        return new Forbidden("drm.system.refused", "There are no %s licences here".formatted(system.label()));
    }

    private static Forbidden refused(String why) {
        return new Forbidden("drm.licence.refused", why);
    }
}
