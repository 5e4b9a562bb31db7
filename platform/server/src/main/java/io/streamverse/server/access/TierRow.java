package io.streamverse.server.access;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.annotation.Version;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A tier with what only its tenant wants to know of it.
@MappedEntity("tier")
record TierRow(
        @Id String name,
        int rank,
        @Nullable Integer maximumHeight,
        int streams,
        int downloads,
        @TypeDef(type = DataType.JSON) Map<String, TierText> texts,
        @TypeDef(type = DataType.JSON) Map<String, String> metadata,
        Instant createdAt,
        Instant changedAt,
        @Version int version) {

    static TierRow first(String name, TierPatch wanted, Instant now) {
        return of(name, wanted, now, now, 0);
    }

    TierRow with(TierPatch wanted, Instant now) {
        return of(name, wanted, createdAt, now, version);
    }

    Tier tier() {
        return new Tier(name, rank, maximumHeight, streams, downloads);
    }

    private static TierRow of(String name, TierPatch it, Instant createdAt, Instant changedAt, int version) {
        return new TierRow(
                name,
                it.rank(),
                it.maximumHeight(),
                it.streams(),
                it.downloads(),
                it.texts(),
                it.metadata(),
                createdAt,
                changedAt,
                version);
    }
}
