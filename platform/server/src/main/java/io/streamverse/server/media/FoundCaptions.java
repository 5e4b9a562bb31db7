package io.streamverse.server.media;

import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.storage.ObjectKey;
import io.streamverse.media.source.CaptionInfo;
import io.streamverse.media.work.Done;
import io.streamverse.media.work.Done.CaptionFile;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Captions inside an asset's file. Those that its tenant gives stand in for them.
@Singleton
class FoundCaptions {
    private final CaptionRepository captions;
    private final Holdings holdings;
    private final Ids ids;
    private final InstantSource clock;

    FoundCaptions(CaptionRepository captions, Holdings holdings, Ids ids, InstantSource clock) {
        this.captions = captions;
        this.holdings = holdings;
        this.ids = ids;
        this.clock = clock;
    }

    /// In place of those of the file before. What the file holds comes back, with the reason where a track is not
    /// taken.
    List<CaptionInfo> take(Asset asset, Done.Analysed found) {
        captions.ofFile(asset.id()).forEach(it -> {
            holdings.removeObject(it.objectKey());
            captions.delete(it.id());
        });
        Map<Integer, CaptionFile> texts =
                found.captions().stream().collect(Collectors.toMap(CaptionFile::stream, Function.identity()));
        var tracks = new ArrayList<CaptionInfo>();
        for (var track : found.media().captions()) {
            var text = texts.get(track.stream());
            tracks.add(text == null ? track : take(asset, track, text));
        }
        return tracks;
    }

    private CaptionInfo take(Asset asset, CaptionInfo track, CaptionFile it) {
        var kind = CaptionKind.of(track);
        var key = new ObjectKey(it.text().key());
        if (captions.find(asset.id(), track.language(), kind).isPresent()) {
            holdings.discard(asset, key, it.text().bytes());
            return track.refused("There are others of the same language and kind.");
        }
        holdings.keep(asset, Holdings.RENDITION, key, it.text().bytes());
        captions.save(new Caption(
                ids.next(Caption.PREFIX),
                asset.id(),
                track.language(),
                kind,
                track.title(),
                key.value(),
                it.cues(),
                true,
                clock.instant()));
        return track;
    }
}
