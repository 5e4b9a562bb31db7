package io.streamverse.server.manifests;

import java.util.Optional;
import java.util.regex.Pattern;

/// Where a manifest is, in the words of its address: `/m/<space>/<asset>/<version>/<variant>/<file>`. Whoever checked
/// the token put the space's tenant in charge.
record Place(String space, String asset, int version, String variant, String file) {
    private static final Pattern ADDRESS =
            Pattern.compile("/m/([^/]+)/([^/]+)/([1-9][0-9]{0,8})/([^/]+)/([^/]+\\.m3u8|main\\.mpd)");

    static Optional<Place> find(String path) {
        var parts = ADDRESS.matcher(path);
        return parts.matches()
                ? Optional.of(new Place(
                        parts.group(1),
                        parts.group(2),
                        Integer.parseInt(parts.group(3)),
                        parts.group(4),
                        parts.group(5)))
                : Optional.empty();
    }
}
