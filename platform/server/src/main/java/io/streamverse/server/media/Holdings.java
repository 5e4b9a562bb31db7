package io.streamverse.server.media;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import io.streamverse.events.usage.BytesRemoved;
import io.streamverse.events.usage.BytesStored;
import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.messaging.Outbox;
import io.streamverse.kernel.storage.ObjectKey;
import io.streamverse.server.limits.Limits;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;

/// What counts as storage, object by object: a fact when it begins and one, with the same id, when it ends.
@Singleton
class Holdings {
    static final String ORIGINAL = "original";
    static final String RENDITION = "rendition";
    private static final String SCRATCH = "scratch";
    private final FileRepository files;
    private final Limits limits;
    private final Outbox outbox;
    private final Ids ids;
    private final InstantSource clock;

    Holdings(FileRepository files, Limits limits, Outbox outbox, Ids ids, InstantSource clock) {
        this.files = files;
        this.limits = limits;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    boolean holds(String key) {
        return files.isHeld(key);
    }

    boolean knows(ObjectKey key) {
        return files.isKnown(key.value());
    }

    /// `Limits` is told by the caller: settled where there was a reservation, else stored.
    void hold(Asset asset, String storageClass, ObjectKey key, long bytes) {
        var file = files.save(
                new StoredFile(ids.next("obj"), asset.id(), asset.latest(), storageClass, key.value(), bytes, null));
        outbox.add(new BytesStored(file.id(), storageClass, bytes, clock.instant()));
    }

    /// What nobody reserved: counts from now on.
    void keep(Asset asset, String storageClass, ObjectKey key, long bytes) {
        hold(asset, storageClass, key, bytes);
        limits.stored(storageClass, BigDecimal.valueOf(bytes));
    }

    /// What never counted, and is only to be swept.
    void discard(Asset asset, ObjectKey key, long bytes) {
        if (!knows(key)) {
            var file = new StoredFile(
                    ids.next("obj"), asset.id(), asset.latest(), SCRATCH, key.value(), bytes, clock.instant());
            files.save(file);
        }
    }

    void removeOriginal(Asset asset) {
        remove(files.held(asset.id()).stream()
                .filter(it -> it.storageClass().equals(ORIGINAL) && it.number() <= asset.latest())
                .toList());
    }

    void removeRenditions(String assetId, int number) {
        remove(files.heldOfVersions(assetId, RENDITION, number));
    }

    void removeObject(String key) {
        remove(files.heldAs(key).stream().toList());
    }

    void removeAll(Asset asset) {
        remove(files.held(asset.id()));
    }

    void remove(List<StoredFile> held) {
        var now = clock.instant();
        var removed =
                held.stream().filter(it -> files.remove(it.id(), now) == 1).toList();
        removed.forEach(it -> outbox.add(new BytesRemoved(it.id(), it.storageClass(), it.bytes(), now)));
        removed.stream()
                .collect(groupingBy(StoredFile::storageClass, summingLong(StoredFile::bytes)))
                .forEach((storageClass, bytes) -> limits.removed(storageClass, BigDecimal.valueOf(bytes)));
    }
}
