package io.streamverse.server.closing;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.streamverse.kernel.erasure.Held;
import io.streamverse.kernel.erasure.Remainder;
import io.streamverse.kernel.erasure.Store;
import io.streamverse.kernel.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Lets a server die at each moment of its work on each store, several times: an error that nobody catches ends the
/// round there. Or a store is away.
@Singleton
@Requires(property = "test.tripping")
class Tripping implements BeanCreatedEventListener<Store> {
    private static final int LAST = 5;
    private static final Map<String, Integer> PASSED = new ConcurrentHashMap<>();
    private static volatile @Nullable TenantId doomed;
    private static volatile String away = "";

    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /// At the first, third and fifth time that work on this tenant comes to each moment.
    static void killAllAlong(TenantId tenant) {
        PASSED.clear();
        doomed = tenant;
    }

    static void away(String store) {
        away = store;
    }

    /// The moments that it came to, each as `store: moment`.
    static Set<String> moments() {
        return Set.copyOf(PASSED.keySet());
    }

    private static void pass(TenantId tenant, String store, String moment) {
        if (store.equals(away)) {
            throw new IllegalStateException(store + " is away");
        }
        if (tenant.equals(doomed)) {
            var times = PASSED.merge(store + ": " + moment, 1, Integer::sum);
            if (times <= LAST && times % 2 == 1) {
                throw new Killed();
            }
        }
    }

    @Override
    public Store onCreated(BeanCreatedEvent<Store> event) {
        var store = event.getBean();
        return new Store() {
            @Override
            public String name() {
                return store.name();
            }

            @Override
            public int getOrder() {
                return store.getOrder();
            }

            @Override
            public List<Held> held(TenantId tenant) {
                pass(tenant, name(), "before counting");
                var held = store.held(tenant);
                pass(tenant, name(), "after counting");
                return held;
            }

            @Override
            public void erase(TenantId tenant) {
                pass(tenant, name(), "before removing");
                store.erase(tenant);
                pass(tenant, name(), "after removing");
            }

            @Override
            public List<Remainder> remains(TenantId tenant, Instant removedAt) {
                return store.remains(tenant, removedAt);
            }
        };
    }
}
