package io.streamverse.server.catalog;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A published title as viewers are shown it, in all its languages.
public record ListedTitle(
        String id,
        TitleKind kind,
        Map<String, TitleText> texts,
        List<Artwork> artwork,
        TitleAccess access,
        @Nullable AgeRating ageRating,
        String assetId) {}
