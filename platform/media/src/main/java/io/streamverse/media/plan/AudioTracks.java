package io.streamverse.media.plan;

import io.streamverse.media.ladder.AudioRung;
import io.streamverse.media.source.AudioInfo;
import java.util.List;
import java.util.Locale;

/// Every track of the source in every rung it has the channels for. Two channels are made of any source: a film with
/// one would otherwise be silent where the ladder has none, and could not be spliced with others.
final class AudioTracks {
    private static final int STEREO = 2;

    private AudioTracks() {}

    static List<AudioTrack> of(List<AudioInfo> sources, List<AudioRung> rungs) {
        var ids = new TrackIds();
        var theDefault = sources.stream()
                .filter(AudioInfo::isDefault)
                .findFirst()
                .or(() -> sources.stream().findFirst());
        return sources.stream()
                .flatMap(source -> rungs.stream()
                        .filter(rung -> rung.channels() <= Math.max(STEREO, source.channels()))
                        .map(rung -> new AudioTrack(
                                ids.unique(
                                        "a-%s-%d".formatted(source.language().toLowerCase(Locale.ROOT), rung.kbps())),
                                source,
                                source.language(),
                                theDefault.filter(it -> it.equals(source)).isPresent(),
                                rung.channels(),
                                rung.kbps())))
                .toList();
    }
}
