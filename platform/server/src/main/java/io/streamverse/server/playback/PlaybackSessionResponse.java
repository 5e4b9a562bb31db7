package io.streamverse.server.playback;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Schema(name = "PlaybackSession", description = "A playback that was allowed, until it ends.")
record PlaybackSessionResponse(
        String id,
        SessionState state,
        String viewerId,
        @Nullable String profileId,
        String titleId,
        String assetId,
        int assetVersion,
        SessionDevice device,
        @Nullable String territory,
        @Nullable String tier,

        @Schema(description = "Lines; none: all.") @Nullable Integer maximumHeight,

        Instant startedAt,

        @Schema(description = "When it last began or was renewed; heartbeats count now and then.")
        Instant seenAt,

        @Schema(description = "When the last token ends that it was given.")
        Instant tokenUntil,

        @Nullable Instant endedAt,
        @Nullable EndedBecause endedBecause,

        @Schema(description = "The device keeps it until then; none: it is no download.") @Nullable
        Instant keptUntil) {

    static PlaybackSessionResponse of(PlaybackSession session, Times times) {
        var end = times.end(session);
        var lastsUntil = times.endOf(session);
        return new PlaybackSessionResponse(
                session.id(),
                end == null ? SessionState.RUNNING : SessionState.ENDED,
                session.viewerId(),
                session.profileId(),
                session.titleId(),
                session.assetId(),
                session.assetVersion(),
                new SessionDevice(session.deviceId(), session.deviceName(), session.deviceKind()),
                session.territory(),
                session.tier(),
                session.maximumHeight(),
                session.startedAt(),
                session.seenAt(),
                session.tokenUntil(),
                end == null || session.endedAt() != null ? session.endedAt() : lastsUntil,
                end,
                session.kept() ? lastsUntil : null);
    }
}
