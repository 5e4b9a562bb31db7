package io.streamverse.server.playback;

import org.jspecify.annotations.Nullable;

/// Where a call came in: the address it was sent to, as `https://aurora.example.com`, and the territory that the edge
/// says it comes from.
record Origin(String base, @Nullable String territory) {}
