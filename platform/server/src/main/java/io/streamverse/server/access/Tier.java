package io.streamverse.server.access;

import org.jspecify.annotations.Nullable;

/// What a viewer pays for. A higher rank includes what the lower ones may watch; `maximumHeight` in lines, none: all.
/// `downloads` is how many titles may be kept on devices.
public record Tier(String name, int rank, @Nullable Integer maximumHeight, int streams, int downloads) {}
