package io.streamverse.server.media;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.problem.FieldError;
import io.streamverse.kernel.problem.NotFound;
import io.streamverse.kernel.problem.Rejected;
import io.streamverse.kernel.storage.NewObject;
import io.streamverse.kernel.storage.ObjectKey;
import io.streamverse.kernel.storage.ObjectStore;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.media.captions.BrokenCaptions;
import io.streamverse.media.captions.Captions;
import io.streamverse.media.captions.Format;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Captions that tenants give to an asset: read in whatever form they come, kept as WebVTT.
@Singleton
class CaptionFiles {
    private final CaptionRepository captions;
    private final Media media;
    private final Holdings holdings;
    private final ObjectStore store;
    private final Ids ids;
    private final InstantSource clock;

    CaptionFiles(
            CaptionRepository captions,
            Media media,
            Holdings holdings,
            ObjectStore store,
            Ids ids,
            InstantSource clock) {
        this.captions = captions;
        this.media = media;
        this.holdings = holdings;
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    List<Caption> of(String assetId) {
        return captions.of(media.get(assetId).id());
    }

    /// In place of those of the same language and kind.
    @Transactional
    Caption put(String assetId, String language, CaptionKind kind, @Nullable String label, byte[] file, Format format) {
        var asset = media.lock(assetId);
        var read = read(file, format);
        captions.find(assetId, language, kind).ifPresent(this::remove);
        var id = ids.next(Caption.PREFIX);
        var key = new ObjectKey(
                "%scaptions/%s/%s".formatted(TenantContext.current().folder(), assetId, id));
        var text = read.webVtt().getBytes(UTF_8);
        store.put(key, NewObject.of("text/vtt"), new ByteArrayInputStream(text));
        holdings.keep(asset, Holdings.RENDITION, key, text.length);
        media.changes(assetId);
        return captions.save(new Caption(
                id, assetId, language, kind, label, key.value(), read.cues().size(), false, clock.instant()));
    }

    String text(String assetId, String id) {
        return new String(store.read(new ObjectKey(find(assetId, id).objectKey())), UTF_8);
    }

    @Transactional
    void delete(String assetId, String id) {
        remove(find(assetId, id));
    }

    private void remove(Caption it) {
        holdings.removeObject(it.objectKey());
        captions.delete(it.id());
        media.changes(it.assetId());
    }

    private Caption find(String assetId, String id) {
        return captions.find(media.get(assetId).id(), id)
                .orElseThrow(() -> new NotFound("media.caption.unknown", "caption " + id));
    }

    private static Captions read(byte[] file, Format format) {
        try {
            return Captions.read(file, format);
        } catch (BrokenCaptions e) {
            throw new Rejected(
                    "media.caption.broken",
                    "The captions cannot be read; see errors",
                    e.faults().stream()
                            .map(it -> new FieldError("/lines/" + it.line(), it.detail()))
                            .toList());
        }
    }
}
