package io.streamverse.worker.analyse;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamverse.media.source.CaptionInfo;
import io.streamverse.media.source.VideoInfo.Range;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The tracks of a file, as its headers describe them.
record Streams(List<JsonNode> all) {
    private static final Set<String> TEXT = Set.of("subrip", "ass", "ssa", "webvtt", "mov_text", "text");
    private static final Set<String> DRAWN = Set.of("hdmv_pgs_subtitle", "dvd_subtitle", "dvb_subtitle", "xsub");
    private static final int LONGEST_TITLE = 80;
    private static final Pattern DEEP = Pattern.compile("(?:p|gray|gbrap?|x2rgb|x2bgr|p0)(9|10|12|14|16)(?:le|be)");
    private static final int EVEN = ~1;

    /// Covers and thumbnails are pictures too, but no film.
    Optional<JsonNode> video() {
        return ofType("video").stream()
                .filter(it -> !has(it, "attached_pic") && !has(it, "still_image") && !has(it, "timed_thumbnails"))
                .findFirst();
    }

    List<JsonNode> audios() {
        return ofType("audio").stream()
                .filter(it -> it.path("channels").asInt() > 0
                        && it.path("sample_rate").asInt() > 0)
                .toList();
    }

    List<CaptionInfo> captions() {
        return ofType("subtitle").stream()
                .map(it -> new CaptionInfo(
                        index(it),
                        codec(it),
                        language(it),
                        has(it, "forced"),
                        has(it, "hearing_impaired"),
                        title(it),
                        notText(codec(it))))
                .toList();
    }

    private static @Nullable String notText(String codec) {
        if (TEXT.contains(codec)) {
            return null;
        }
        return DRAWN.contains(codec) ? "These are pictures, not text." : "Nothing here reads this kind of captions.";
    }

    private static @Nullable String title(JsonNode stream) {
        var title = stream.path("tags")
                .path("title")
                .asText()
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
        return title.isEmpty() ? null : title.substring(0, Math.min(LONGEST_TITLE, title.length()));
    }

    private List<JsonNode> ofType(String type) {
        return all.stream()
                .filter(it -> it.path("codec_type").asText().equals(type))
                .toList();
    }

    static int index(JsonNode stream) {
        return stream.path("index").asInt();
    }

    static String codec(JsonNode stream) {
        return stream.path("codec_name").asText("unknown");
    }

    static String language(JsonNode stream) {
        return Languages.tag(stream.path("tags").path("language").asText());
    }

    static boolean has(JsonNode stream, String disposition) {
        return stream.path("disposition").path(disposition).asInt() == 1;
    }

    static int bitDepth(JsonNode video) {
        var deep = DEEP.matcher(video.path("pix_fmt").asText());
        return deep.find() ? Integer.parseInt(deep.group(1)) : 8;
    }

    static Range range(JsonNode video) {
        return switch (video.path("color_transfer").asText()) {
            case "smpte2084" -> Range.PQ;
            case "arib-std-b67" -> Range.HLG;
            default -> Range.SDR;
        };
    }

    /// As shown: upright, with square pixels, and never larger than filmed by rounding.
    static int[] size(JsonNode video) {
        var width = video.path("width").asInt();
        var height = video.path("height").asInt();
        var shape = video.path("sample_aspect_ratio").asText().split(":");
        if (shape.length == 2 && shape[0].matches("[1-9]\\d{0,5}") && shape[1].matches("[1-9]\\d{0,5}")) {
            width = (int) Math.round((double) width * Integer.parseInt(shape[0]) / Integer.parseInt(shape[1]));
        }
        return lies(video) ? new int[] {height & EVEN, width & EVEN} : new int[] {width & EVEN, height & EVEN};
    }

    private static boolean lies(JsonNode video) {
        return video.path("side_data_list")
                .valueStream()
                .anyMatch(it -> Math.abs(it.path("rotation").asInt()) % 180 == 90);
    }
}
