package io.streamverse.server.objects;

import io.micronaut.context.annotation.Requires;
import io.streamverse.kernel.erasure.Held;
import io.streamverse.kernel.erasure.Remainder;
import io.streamverse.kernel.erasure.Store;
import io.streamverse.kernel.storage.ObjectKey;
import io.streamverse.kernel.storage.ObjectPage.Entry;
import io.streamverse.kernel.storage.ObjectStore;
import io.streamverse.kernel.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/// A tenant's objects: whatever lies below its id, counted by environment and kind.
@Singleton
@Requires(bean = ObjectStore.class)
class Folders implements Store {
    private static final int PAGE = 1_000;
    private final ObjectStore store;
    private final StorageConfig config;

    Folders(ObjectStore store, StorageConfig config) {
        this.store = store;
        this.config = config;
    }

    @Override
    public String name() {
        return "objects";
    }

    @Override
    public List<Held> held(TenantId tenant) {
        var kinds = new TreeMap<String, Held>();
        each(tenant, it -> kinds.merge(kind(it.key()), new Held(kind(it.key()), 1, it.bytes()), Folders::sum));
        return List.copyOf(kinds.values());
    }

    @Override
    public void erase(TenantId tenant) {
        each(tenant, it -> store.delete(it.key()));
    }

    @Override
    public List<Remainder> remains(TenantId tenant, Instant removedAt) {
        return List.of(new Remainder(
                "objects: parts",
                removedAt.plus(config.unfinishedUploads()),
                "Parts of uploads that nobody finished; they are no objects yet, and are swept away"));
    }

    private void each(TenantId tenant, Consumer<Entry> work) {
        var page = store.list(tenant + "/", null, PAGE);
        page.entries().forEach(work);
        while (page.next() != null) {
            page = store.list(tenant + "/", page.next(), PAGE);
            page.entries().forEach(work);
        }
    }

    /// `live/originals`, of `ten_…/live/originals/ast_…/1`.
    private static String kind(ObjectKey key) {
        var parts = key.value().split("/", 4);
        return parts[1] + "/" + parts[2];
    }

    private static Held sum(Held one, Held other) {
        return new Held(one.what(), one.count() + other.count(), bytes(one) + bytes(other));
    }

    private static long bytes(Held held) {
        return held.bytes() == null ? 0 : held.bytes();
    }
}
