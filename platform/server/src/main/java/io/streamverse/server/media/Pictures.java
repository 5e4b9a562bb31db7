package io.streamverse.server.media;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamverse.kernel.problem.NotFound;
import io.streamverse.kernel.storage.ObjectKey;
import io.streamverse.kernel.storage.ObjectStore;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/// Storyboard and posters of the version that serves, by addresses that last a while.
@Singleton
class Pictures {
    private static final Duration VALID = Duration.ofHours(6);
    private static final Pattern SPRITE = Pattern.compile("(?m)^([A-Za-z0-9._-]+\\.jpg)(#xywh=\\S+)$");
    private final Media media;
    private final Bundles bundles;
    private final ObjectStore store;
    private final InstantSource clock;

    Pictures(Media media, Bundles bundles, ObjectStore store, InstantSource clock) {
        this.media = media;
        this.bundles = bundles;
        this.store = store;
        this.clock = clock;
    }

    List<ThumbnailResponse> posters(String assetId) {
        var until = clock.instant().plus(VALID);
        return bundle(assetId).posterKeys().stream()
                .map(it -> thumbnail(new ObjectKey(it), until))
                .toList();
    }

    /// Each tile named by an address that anybody who has the text can read.
    String storyboard(String assetId) {
        var key = Objects.requireNonNullElse(bundle(assetId).storyboardKey(), "");
        if (key.isEmpty()) {
            throw new NotFound("media.storyboard.unknown", "a storyboard of " + assetId);
        }
        var folder = key.substring(0, key.lastIndexOf('/') + 1);
        return SPRITE.matcher(new String(store.read(new ObjectKey(key)), UTF_8))
                .replaceAll(it -> store.signGet(new ObjectKey(folder + it.group(1)), VALID) + it.group(2));
    }

    private ThumbnailResponse thumbnail(ObjectKey key, Instant until) {
        return new ThumbnailResponse(store.signGet(key, VALID).toString(), until);
    }

    private Bundle bundle(String assetId) {
        var asset = media.get(assetId);
        return bundles.serving(asset.id())
                .orElseThrow(() -> new NotFound("media.storyboard.unknown", "a picture of " + assetId + " yet"));
    }
}
