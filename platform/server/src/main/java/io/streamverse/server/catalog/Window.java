package io.streamverse.server.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// From when until before when a title may be watched, in some territories (ISO 3166-1 alpha-2) or in all of them.
public record Window(@Nullable Instant from, @Nullable Instant until, java.util.Set<String> territories) {}
