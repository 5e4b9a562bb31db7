package io.streamverse.server.access;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.annotation.Version;
import io.micronaut.data.model.DataType;
import java.time.Duration;
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
        @Nullable String titleId,
        @Nullable Integer watchWithinHours,
        @Nullable Instant startedAt,
        @Version int version) {
    static final String PREFIX = "grn";

    static TierGrant given(String id, String viewerId, NewGrantRequest request, Instant now) {
        var wanted = request.wanted();
        var source = request.origin();
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
                request.titleId(),
                wanted.watchWithinHours(),
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
                titleId,
                wanted.watchWithinHours(),
                startedAt,
                version);
    }

    TierGrant ended(Instant now) {
        return marked(now, startedAt);
    }

    /// The first time counts.
    TierGrant started(Instant now) {
        return watchWithinHours == null || startedAt != null ? this : marked(endedAt, now);
    }

    boolean gives(NewGrantRequest request) {
        var wanted = request.wanted();
        return tier.equals(wanted.tier())
                && Objects.equals(until, wanted.until())
                && Objects.equals(titleId, request.titleId())
                && Objects.equals(watchWithinHours, wanted.watchWithinHours());
    }

    boolean isEnded() {
        return endedAt != null;
    }

    GrantState state(Instant at) {
        if (isEnded()) {
            return GrantState.ENDED;
        }
        var end = end();
        return end == null || at.isBefore(end) ? GrantState.ACTIVE : GrantState.EXPIRED;
    }

    /// The first moment when it gives nothing any more, as far as that is known.
    @Nullable
    Instant end() {
        var within = watchWithinHours == null ? null : Duration.ofHours(watchWithinHours);
        return Holding.end(until, within, startedAt);
    }

    private TierGrant marked(@Nullable Instant end, @Nullable Instant start) {
        return new TierGrant(
                id,
                viewerId,
                tier,
                until,
                sourceKind,
                sourceId,
                metadata,
                givenAt,
                end,
                titleId,
                watchWithinHours,
                start,
                version);
    }
}
