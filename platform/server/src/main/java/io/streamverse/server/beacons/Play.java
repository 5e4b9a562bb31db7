package io.streamverse.server.beacons;

import io.streamverse.kernel.tenancy.TenantSpace;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A playback that tells how it goes, until when: all that its token says, so that nothing has to be looked up.
public record Play(
        TenantSpace space,
        String sessionId,
        String titleId,
        String assetId,
        long durationMs,
        String device,
        @Nullable String country,
        String viewerId,
        Instant until) {}
