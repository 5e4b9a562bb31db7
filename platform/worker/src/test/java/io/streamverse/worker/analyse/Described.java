package io.streamverse.worker.analyse;

import io.streamverse.media.source.MediaInfo;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What was found, in a line.
final class Described {
    private Described() {}

    static String video(MediaInfo media) {
        var it = Objects.requireNonNull(media.video());
        return "%s %dx%d %d of %s%s%s %s %d bit"
                .formatted(
                        it.codec(),
                        it.width(),
                        it.height(),
                        it.frames(),
                        it.frameRate(),
                        it.variable() ? " variable" : "",
                        it.interlaced() ? " interlaced" : "",
                        it.range(),
                        it.bitDepth());
    }

    static String tracks(MediaInfo media) {
        var audios = media.audios().stream()
                .map(it -> "%s %d x %d %s%s"
                        .formatted(
                                it.codec(),
                                it.channels(),
                                it.sampleRateHz(),
                                it.language(),
                                it.isDefault() ? " default" : ""));
        var captions = media.captions().stream().map(it -> "captions " + it.codec() + " " + it.language());
        return Stream.concat(audios, captions).collect(Collectors.joining(", "));
    }

    static List<String> captions(MediaInfo media) {
        return media.captions().stream()
                .map(it -> it.codec() + " " + it.language()
                        + (it.hearingImpaired() ? " hearing impaired" : "")
                        + (it.forced() ? " forced" : "")
                        + (it.title() == null ? "" : " " + it.title())
                        + (it.notTaken() == null ? "" : ": " + it.notTaken()))
                .toList();
    }

    static long originUs(MediaInfo media) {
        return Objects.requireNonNull(media.video()).originUs();
    }
}
