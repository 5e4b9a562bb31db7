package io.streamverse.server.playback;

import io.streamverse.server.manifests.Player;
import io.streamverse.server.manifests.Screening;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a device can, in our words.
record Capabilities(Player player, Set<String> codecs, Set<String> keySystems) {
    Screening screening(@Nullable Integer maximumHeight, boolean steered) {
        return new Screening(player, maximumHeight, codecs, keySystems, 0, steered);
    }
}
