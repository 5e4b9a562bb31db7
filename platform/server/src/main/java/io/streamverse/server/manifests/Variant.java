package io.streamverse.server.manifests;

import io.streamverse.media.index.Scheme;
import io.streamverse.media.manifest.KeyLines;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// All that makes one viewer's manifests differ from another's, as a part of an address:
/// `w-h264.hevc-1080-cbcs-identity-t90-s`. It says everything, so no server needs to remember it, and there is one way
/// only to write it, so who gets the same has the same address. `height` is that of the greatest picture in it;
/// `steered`, whether it names the document that says which host is next.
record Variant(List<String> families, int height, Scheme scheme, KeyLines keyLines, int startSeconds, boolean steered) {
    /// From the one that the most devices can show; a film without pictures is of family `sound`.
    static final List<String> FAMILIES = List.of("h264", "hevc", "vp9", "av1");

    static final String SOUND = "sound";
    static final int LONGEST = 64;
    static final int LATEST_START = 999_999;
    private static final Pattern NAME = Pattern.compile(
            "w-(?<families>[a-z0-9.]{1,24})-(?<height>0|[1-9][0-9]{0,4})"
                    + "-(?<scheme>none|cenc|cbcs)-(?<keys>plain|identity|clearkey|licensed)(-t(?<start>[1-9][0-9]{0,5}))?(?<steered>-s)?");

    Variant {
        families = List.copyOf(families);
        if (!areCanonical(families) || families.contains(SOUND) != (height == 0)) {
            throw new IllegalArgumentException("No such codecs at %d: %s".formatted(height, families));
        }
        if ((scheme == Scheme.NONE) != (keyLines == KeyLines.PLAIN)) {
            throw new IllegalArgumentException("Key lines are for what is encrypted");
        }
        if (startSeconds < 0 || startSeconds > LATEST_START) {
            throw new IllegalArgumentException("No start at %d s".formatted(startSeconds));
        }
    }

    /// Empty for whatever `name` never wrote.
    static Optional<Variant> parse(String name) {
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
        var parts = NAME.matcher(name);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var start = parts.group("start");
        try {
            return Optional.of(new Variant(
                    List.of(parts.group("families").split("\\.", -1)),
                    Integer.parseInt(parts.group("height")),
                    Scheme.valueOf(parts.group("scheme").toUpperCase(Locale.ROOT)),
                    KeyLines.valueOf(parts.group("keys").toUpperCase(Locale.ROOT)),
                    start == null ? 0 : Integer.parseInt(start),
                    parts.group("steered") != null));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    String name() {
        var name = "w-%s-%d-%s-%s"
                .formatted(
                        String.join(".", families),
                        height,
                        scheme.label(),
                        keyLines.name().toLowerCase(Locale.ROOT));
        return name + (startSeconds == 0 ? "" : "-t" + startSeconds) + (steered ? "-s" : "");
    }

    private static boolean areCanonical(List<String> families) {
        return families.equals(List.of(SOUND))
                || (!families.isEmpty()
                        && families.equals(
                                FAMILIES.stream().filter(families::contains).toList()));
    }
}
