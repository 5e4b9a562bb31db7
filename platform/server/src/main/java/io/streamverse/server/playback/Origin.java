package io.streamverse.server.playback;

import io.streamverse.server.delivery.Network;
import org.jspecify.annotations.Nullable;

/// Where a call came in: the address it was sent to, as `https://aurora.example.com`, the territory that the edge says
/// it comes from, and the network where tokens are bound to one.
record Origin(
        String base, @Nullable String territory, @Nullable Network network) {}
