package io.streamverse.media.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A playlist as RFC 8216bis has it read, line by line; anything that it does not know fails.
record Playlist(List<Line> lines) {
    private static final Pattern ATTRIBUTE = Pattern.compile(
            "([A-Z0-9-]+)=(?:\"([^\"\\r\\n]*)\"|(0x[0-9a-fA-F]+|[0-9]+x[0-9]+|-?[0-9]+(?:\\.[0-9]+)?|[A-Z0-9-]+))(?:,|$)");
    private static final List<String> LISTS = List.of(
            "EXT-X-MEDIA",
            "EXT-X-STREAM-INF",
            "EXT-X-I-FRAME-STREAM-INF",
            "EXT-X-MAP",
            "EXT-X-KEY",
            "EXT-X-START",
            "EXT-X-CONTENT-STEERING",
            "EXT-X-SESSION-DATA");
    private static final List<String> OTHERS = List.of(
            "EXTM3U",
            "EXT-X-VERSION",
            "EXT-X-TARGETDURATION",
            "EXT-X-MEDIA-SEQUENCE",
            "EXT-X-PLAYLIST-TYPE",
            "EXT-X-INDEPENDENT-SEGMENTS",
            "EXT-X-I-FRAMES-ONLY",
            "EXTINF",
            "EXT-X-ENDLIST");

    /// A tag with its value and attributes; an address has no tag.
    record Line(String tag, String value, Map<String, String> attributes) {
        String the(String name) {
            assertThat(attributes).containsKey(name);
            return attributes.getOrDefault(name, "");
        }
    }

    static Playlist read(String text) {
        assertThat(text).startsWith("#EXTM3U\n").endsWith("\n").doesNotContain("\r");
        var lines = new ArrayList<Line>();
        for (var line : text.split("\n", -1)) {
            if (!line.isEmpty()) {
                lines.add(line.startsWith("#") ? tag(line.substring(1)) : new Line("", line, Map.of()));
            }
        }
        return new Playlist(lines);
    }

    private static Line tag(String line) {
        int colon = line.indexOf(':');
        var tag = colon < 0 ? line : line.substring(0, colon);
        var value = colon < 0 ? "" : line.substring(colon + 1);
        assertThat(tag).isIn(Stream.concat(LISTS.stream(), OTHERS.stream()).toList());
        return new Line(tag, value, LISTS.contains(tag) ? attributes(value) : Map.of());
    }

    private static Map<String, String> attributes(String list) {
        var attributes = new LinkedHashMap<String, String>();
        var matcher = ATTRIBUTE.matcher(list);
        int at = 0;
        while (matcher.lookingAt()) {
            @Nullable String quoted = matcher.group(2);
            assertThat(attributes.put(matcher.group(1), quoted == null ? matcher.group(3) : quoted))
                    .isNull();
            at = matcher.end();
            matcher.region(at, list.length());
        }
        assertThat(at).as(list).isEqualTo(list.length());
        return attributes;
    }

    List<Line> all(String tag) {
        return lines.stream().filter(it -> it.tag.equals(tag)).toList();
    }

    Line the(String tag) {
        assertThat(all(tag)).as(tag).hasSize(1);
        return all(tag).getFirst();
    }

    List<String> addresses() {
        return all("").stream().map(Line::value).toList();
    }

    /// In microseconds.
    List<Long> durations() {
        return all("EXTINF").stream()
                .map(it -> Math.round(Double.parseDouble(it.value.replace(",", "")) * 1e6))
                .toList();
    }

    long targetSeconds() {
        return Long.parseLong(the("EXT-X-TARGETDURATION").value);
    }
}
