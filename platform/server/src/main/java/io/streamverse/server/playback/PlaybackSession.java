package io.streamverse.server.playback;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import io.streamverse.kernel.tenancy.TenantSpace;
import io.streamverse.server.beacons.Play;
import io.streamverse.server.delivery.Network;
import io.streamverse.server.delivery.Permit;
import io.streamverse.server.manifests.Player;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A playback that was allowed, with what it was allowed. `tokenUntil` is when the last token ends that it was given;
/// `holdsUntil`, by business time, when the rental ends that it is of. `kept`: it is a download, `keyId` names its
/// keys.
@MappedEntity("playback_session")
record PlaybackSession(
        @Id String id,
        String viewerId,
        String viewerSessionId,
        @Nullable String profileId,
        String titleId,
        String assetId,
        int assetVersion,
        String variant,
        @TypeDef(type = DataType.STRING_ARRAY) List<String> tracks,
        String deviceId,
        String deviceName,
        DeviceKind deviceKind,
        Player player,
        @Nullable String territory,
        @Nullable String tier,
        @Nullable Integer maximumHeight,
        int streams,
        long durationMs,
        Instant startedAt,
        Instant seenAt,
        Instant tokenUntil,
        Instant endsAt,
        @Nullable Instant endedAt,
        @Nullable EndedBecause endedBecause,
        boolean kept,
        @Nullable String keyId,
        @Nullable String grantId,
        @Nullable Instant holdsUntil,
        @Nullable Integer playWithinHours) {
    static final String PREFIX = "pbs";

    Permit permit(Instant until, @Nullable Network network) {
        return new Permit(id, assetId, assetVersion, variant, tracks, until, network);
    }

    Lasting lasting() {
        return new Lasting(endsAt, holdsUntil, playWithinHours);
    }

    Play play(TenantSpace space) {
        var device = deviceKind.name().toLowerCase(Locale.ROOT);
        return new Play(space, id, titleId, assetId, durationMs, device, territory, viewerId, endsAt);
    }

    @Nullable
    Duration playWithin() {
        return playWithinHours == null ? null : Duration.ofHours(playWithinHours);
    }
}
