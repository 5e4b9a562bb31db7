package io.streamverse.server.catalog;

import java.util.List;
import java.util.Set;

/// What deciding needs of a title. No territory: all. No window: always. `minimumAge` in years, 0 for all.
public record PlayableTitle(
        String id,
        boolean published,
        String assetId,
        TitleAccess access,
        List<Window> windows,
        Set<String> territories,
        int minimumAge) {}
