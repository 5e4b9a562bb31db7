package io.streamverse.server.playback;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "PlaybackDrm",
        description =
                "The key systems that the device has and that open what it gets; none where nothing is encrypted.")
record DrmResponse(
        @Nullable LicenceAddress clearkey,
        @Nullable LicenceAddress widevine,
        @Nullable LicenceAddress playready,
        @Nullable LicenceAddress fairplay) {}
