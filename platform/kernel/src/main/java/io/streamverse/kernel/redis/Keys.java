package io.streamverse.kernel.redis;

import io.micronaut.context.annotation.Requires;
import io.streamverse.kernel.erasure.Held;
import io.streamverse.kernel.erasure.Store;
import io.streamverse.kernel.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.util.List;

/// A tenant's keys, environment by environment. They would expire too, within a day.
@Singleton
@Requires(property = "redis.url")
class Keys implements Store {
    private final Redis redis;

    Keys(Redis redis) {
        this.redis = redis;
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public List<Held> held(TenantId tenant) {
        var keys = redis.keysOf(tenant);
        return keys.isEmpty() ? List.of() : List.of(Held.rows("keys", keys.size()));
    }

    @Override
    public void erase(TenantId tenant) {
        redis.unlink(redis.keysOf(tenant));
    }
}
