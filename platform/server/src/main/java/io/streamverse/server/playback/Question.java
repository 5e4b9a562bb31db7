package io.streamverse.server.playback;

import io.streamverse.server.viewers.ViewerProfile;
import org.jspecify.annotations.Nullable;

/// May this viewer watch this title there, on such a device? No `viewer`: nobody is signed in. No `device`: any. The
/// `profile` is the one that was named or the first, where there is such a one. `offline`: the device is to keep it.
record Question(
        String titleId,
        @Nullable String viewerId,
        @Nullable String profileId,
        @Nullable ViewerProfile profile,
        @Nullable String tier,
        @Nullable String territory,
        @Nullable Capabilities device,
        boolean offline) {
    Question with(@Nullable ViewerProfile found) {
        return new Question(titleId, viewerId, profileId, found, tier, territory, device, offline);
    }
}
