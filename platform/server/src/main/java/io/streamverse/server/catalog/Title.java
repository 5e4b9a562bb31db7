package io.streamverse.server.catalog;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.annotation.Version;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

@MappedEntity("title")
record Title(
        @Id String id,
        TitleKind kind,
        TitleState state,
        @Nullable String assetId,
        @TypeDef(type = DataType.JSON) Map<String, TitleText> texts,
        @TypeDef(type = DataType.JSON) List<Artwork> artwork,
        @TypeDef(type = DataType.JSON) TitleAccess access,
        @TypeDef(type = DataType.JSON) @Nullable AgeRating ageRating,
        @TypeDef(type = DataType.JSON) List<Window> windows,
        @TypeDef(type = DataType.JSON) Set<String> territories,
        @Nullable String externalId,
        @TypeDef(type = DataType.JSON) Map<String, String> metadata,
        @Nullable Instant publishedAt,
        Instant createdAt,
        Instant changedAt,
        @Version int version) {
    static final String PREFIX = "ttl";

    /// Always in one order, whoever kept it.
    Title {
        texts = Collections.unmodifiableMap(new TreeMap<>(texts));
        territories = Territories.sorted(territories);
    }

    static Title draft(String id, TitlePatch wanted, Instant now) {
        return of(id, TitleState.DRAFT, wanted, null, now, now, 0);
    }

    Title with(TitlePatch wanted, Instant now) {
        return of(id, state, wanted, publishedAt, createdAt, now, version);
    }

    Title published(Instant now) {
        return of(id, TitleState.PUBLISHED, TitlePatch.of(this), now, createdAt, now, version);
    }

    Title unpublished(Instant now) {
        return of(id, TitleState.DRAFT, TitlePatch.of(this), null, createdAt, now, version);
    }

    boolean isPublished() {
        return state == TitleState.PUBLISHED;
    }

    PlayableTitle playable() {
        return new PlayableTitle(
                id,
                isPublished(),
                Objects.requireNonNullElse(assetId, ""),
                access,
                windows,
                territories,
                ageRating == null ? null : Integer.valueOf(ageRating.minimumAge()));
    }

    ListedTitle listed() {
        return new ListedTitle(id, kind, texts, artwork, access, ageRating, Objects.requireNonNullElse(assetId, ""));
    }

    private static Title of(
            String id,
            TitleState state,
            TitlePatch it,
            @Nullable Instant publishedAt,
            Instant createdAt,
            Instant changedAt,
            int version) {
        return new Title(
                id,
                it.kind(),
                state,
                it.assetId(),
                it.texts(),
                it.artwork(),
                it.access(),
                it.ageRating(),
                it.windows(),
                it.territories(),
                it.externalId(),
                it.metadata(),
                publishedAt,
                createdAt,
                changedAt,
                version);
    }
}
