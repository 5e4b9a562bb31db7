package io.streamverse.server.keys;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.events.keys.KeyCreated;
import io.streamverse.events.keys.KeyRevoked;
import io.streamverse.events.keys.KeyRotated;
import io.streamverse.kernel.http.Cursor;
import io.streamverse.kernel.http.ETag;
import io.streamverse.kernel.http.Page;
import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.messaging.Outbox;
import io.streamverse.kernel.problem.Conflict;
import io.streamverse.kernel.problem.NotFound;
import io.streamverse.kernel.security.Caller;
import io.streamverse.kernel.signal.Signals;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

@Singleton
public class Keys {
    static final String SIGNAL = "keys";
    private final KeyRepository keys;
    private final KnownKeys known;
    private final Outbox outbox;
    private final Signals signals;
    private final Ids ids;
    private final InstantSource clock;

    Keys(KeyRepository keys, KnownKeys known, Outbox outbox, Signals signals, Ids ids, InstantSource clock) {
        this.keys = keys;
        this.known = known;
        this.outbox = outbox;
        this.signals = signals;
        this.ids = ids;
        this.clock = clock;
    }

    /// Who a credential stands for; refused where no key of ours has it.
    public Caller admit(String credential) {
        return known.admit(credential);
    }

    /// A key that may do everything in its environment: what a tenant starts with.
    @Transactional("control")
    public KeyWithSecret first(TenantSpace space) {
        return create(space, new NewKey("First key", List.of("*"), null, null, Map.of()));
    }

    @Transactional("control")
    public KeyWithSecret create(TenantSpace space, NewKey wanted) {
        var secret = Secret.random(space.environment());
        var key = new ApiKey(
                ids.next("key"),
                space.tenant(),
                space.environment().label(),
                wanted.name(),
                wanted.scopes(),
                secret.hint(),
                clock.instant(),
                wanted.expiresAt(),
                null,
                wanted.externalId(),
                wanted.metadata(),
                0);
        demandFreeExternalId(key);
        var saved = keys.save(key);
        keys.addSecret(secret.hash(), saved.id());
        outbox.add(space, new KeyCreated(saved.id(), saved.name(), saved.scopes()));
        return new KeyWithSecret(saved, secret.value());
    }

    public Page<ApiKey> list(TenantSpace space, int limit, @Nullable String after, @Nullable String externalId) {
        var rows = keys.page(
                space.tenant(), space.environment().label(), Cursor.read("key", after), externalId, limit + 1);
        return Page.of(rows, limit, ApiKey::id);
    }

    public ApiKey get(TenantSpace space, String id) {
        return keys.find(id, space.tenant(), space.environment().label())
                .orElseThrow(() -> new NotFound("keys.key.unknown", "key " + id));
    }

    @Transactional("control")
    public ApiKey change(TenantSpace space, String id, @Nullable String ifMatch, UnaryOperator<KeyPatch> edit) {
        var current = get(space, id);
        ETag.demand(ifMatch, current.version());
        var wanted = current.with(edit.apply(KeyPatch.of(current)));
        demandFreeExternalId(wanted);
        var changed = keys.update(wanted);
        signals.send(SIGNAL, id);
        return changed;
    }

    /// A new secret for the same key; the old one goes on working for the overlap.
    @Transactional("control")
    public KeyWithSecret rotate(TenantSpace space, String id, Duration overlap) {
        var current = get(space, id);
        var oldEndsAt = clock.instant().plus(overlap);
        var secret = Secret.random(space.environment());
        keys.endSecrets(id, oldEndsAt);
        keys.addSecret(secret.hash(), id);
        var rotated = keys.update(current.hinting(secret.hint()));
        outbox.add(space, new KeyRotated(id, oldEndsAt));
        signals.send(SIGNAL, id);
        return new KeyWithSecret(rotated, secret.value());
    }

    @Transactional("control")
    public void revoke(TenantSpace space, String id) {
        get(space, id);
        keys.remove(id);
        outbox.add(space, new KeyRevoked(id));
        signals.send(SIGNAL, id);
    }

    private void demandFreeExternalId(ApiKey key) {
        var externalId = key.externalId();
        if (externalId != null
                && keys.existsByTenantIdAndEnvironmentAndExternalIdAndIdNotEquals(
                        key.tenantId(), key.environment(), externalId, key.id())) {
            throw new Conflict("keys.key.external-id-taken", "Another key has the externalId " + externalId);
        }
    }
}
