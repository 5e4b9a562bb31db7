package io.streamverse.server.catalog;

import org.jspecify.annotations.Nullable;

/// Which of the titles somebody asks for; what is none restricts nothing.
record WantedTitles(
        @Nullable TitleState state,
        @Nullable String externalId,
        @Nullable Boolean rated) {}
