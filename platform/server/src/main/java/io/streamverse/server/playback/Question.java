package io.streamverse.server.playback;

import org.jspecify.annotations.Nullable;

/// May this viewer watch this title there, on such a device? No `viewer`: nobody is signed in. No `device`: any.
/// `offline`: the device is to keep it.
record Question(
        String titleId,
        @Nullable String viewerId,
        @Nullable String profileId,
        @Nullable String tier,
        @Nullable String territory,
        @Nullable Capabilities device,
        boolean offline) {}
