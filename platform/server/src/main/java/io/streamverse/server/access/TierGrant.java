package io.streamverse.server.access;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.annotation.Version;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@MappedEntity("tier_grant")
record TierGrant(
        @Id String id,
        String viewerId,
        String tier,
        @Nullable Instant until,
        SourceKind sourceKind,
        @Nullable String sourceId,
        @TypeDef(type = DataType.JSON) Map<String, String> metadata,
        Instant givenAt,
        @Nullable Instant endedAt,
        @Version int version) {
    static final String PREFIX = "grn";

    static TierGrant given(String id, String viewerId, GrantPatch wanted, GrantSource source, Instant now) {
        return new TierGrant(
                id,
                viewerId,
                wanted.tier(),
                wanted.until(),
                source.kind(),
                source.externalId(),
                wanted.metadata(),
                now,
                null,
                0);
    }

    TierGrant with(GrantPatch wanted) {
        return new TierGrant(
                id,
                viewerId,
                wanted.tier(),
                wanted.until(),
                sourceKind,
                sourceId,
                wanted.metadata(),
                givenAt,
                endedAt,
                version);
    }

    TierGrant ended(Instant now) {
        return new TierGrant(id, viewerId, tier, until, sourceKind, sourceId, metadata, givenAt, now, version);
    }

    boolean gives(GrantPatch wanted) {
        return tier.equals(wanted.tier()) && Objects.equals(until, wanted.until());
    }

    boolean isEnded() {
        return endedAt != null;
    }

    GrantState state(Instant at) {
        if (isEnded()) {
            return GrantState.ENDED;
        }
        return until == null || at.isBefore(until) ? GrantState.ACTIVE : GrantState.EXPIRED;
    }
}
