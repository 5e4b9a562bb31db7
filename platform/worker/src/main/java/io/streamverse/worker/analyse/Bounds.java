package io.streamverse.worker.analyse;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamverse.worker.analyse.Packets.Counted;
import io.streamverse.worker.analyse.Probe.Headers;
import io.streamverse.worker.work.WorkFailure;
import java.util.Set;

/// What a source may be at most, and at least.
final class Bounds {
    private static final int LARGEST_SIDE = 8_192;
    private static final int SMALLEST_SIDE = 16;
    private static final long MOST_PIXELS = 36_000_000;
    private static final double SHORTEST = 0.1;
    private static final double LONGEST = 24 * 3_600;
    private static final double FASTEST = 240;
    private static final double FORGIVEN_SECONDS = 0.5;
    private static final double FORGIVEN_SHARE = 0.01;
    private static final Set<String> ENCRYPTED = Set.of("encv", "enca", "drmi", "drms");

    private Bounds() {}

    static void checkHeaders(Headers headers, Streams streams) throws WorkFailure {
        if (streams.all().stream()
                .anyMatch(it -> ENCRYPTED.contains(it.path("codec_tag_string").asText()))) {
            throw Refusal.ENCRYPTED.because("", headers.log());
        }
        if (streams.video().isEmpty() && streams.audios().isEmpty()) {
            var count = streams.all().size();
            throw Refusal.NO_TRACKS.because(count == 0 ? "it is empty" : "only captions or data", headers.log());
        }
        if (streams.video().isPresent()) {
            checkSize(streams.video().get(), headers);
        }
        checkLength(headers.format().path("duration").asDouble(SHORTEST), headers.log());
    }

    private static void checkSize(JsonNode video, Headers headers) throws WorkFailure {
        if (!video.has("codec_name")) {
            throw Refusal.UNSUPPORTED_CODEC.because(
                    "the codec " + video.path("codec_tag_string").asText(), headers.log());
        }
        var width = video.path("width").asInt();
        var height = video.path("height").asInt();
        var shown = Streams.size(video);
        if (Math.min(width, height) < SMALLEST_SIDE
                || Math.max(width, height) > LARGEST_SIDE
                || (long) width * height > MOST_PIXELS
                || Math.min(shown[0], shown[1]) < SMALLEST_SIDE
                || Math.max(shown[0], shown[1]) > LARGEST_SIDE) {
            throw Refusal.DIMENSIONS.because(width + "x" + height, headers.log());
        }
    }

    static void checkPackets(Headers headers, Streams streams, Counted counted) throws WorkFailure {
        var end = counted.timelines().values().stream()
                .mapToDouble(Timeline::endSeconds)
                .max()
                .orElse(0);
        var start = headers.format().path("start_time").asDouble();
        var promised = headers.format().path("duration").asDouble();
        // Containers that begin late count what they promise from their start or from moment 0.
        var missing = promised - Math.max(end, end - start);
        if (missing > Math.max(FORGIVEN_SECONDS, promised * FORGIVEN_SHARE)) {
            throw Refusal.TRUNCATED.because(
                    missing, "the last %.1f seconds of what it promises are missing", counted.log());
        }
        var video = streams.video();
        if (video.isPresent() && counted.of(video.get()).isEmpty()) {
            throw Refusal.TRUNCATED.because("it has no pictures", counted.log());
        }
        checkLength(longest(streams, counted), counted.log());
    }

    static void checkPace(Pace pace) throws WorkFailure {
        if (pace.perSecond() > FASTEST) {
            throw Refusal.FRAME_RATE.because(Math.round(pace.perSecond()), "");
        }
    }

    static double longestSound(Streams streams, Counted counted) {
        return streams.audios().stream()
                .mapToDouble(it -> counted.of(it).seconds(0))
                .max()
                .orElse(0);
    }

    static double endOfSound(Streams streams, Counted counted) {
        return streams.audios().stream()
                .mapToDouble(it -> counted.of(it).endSeconds())
                .max()
                .orElse(0);
    }

    private static double longest(Streams streams, Counted counted) {
        var film = streams.video().map(counted::of).map(it -> it.seconds(0)).orElse(0.0);
        return Math.max(film, longestSound(streams, counted));
    }

    private static void checkLength(double seconds, String log) throws WorkFailure {
        if (seconds < SHORTEST || seconds > LONGEST) {
            throw seconds > LONGEST
                    ? Refusal.DURATION.because(seconds / 3_600, "%.1f hours", log)
                    : Refusal.DURATION.because(seconds, "%.2f seconds", log);
        }
    }
}
