package io.streamverse.server.catalog;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// From when until before when a title may be watched, in some territories (ISO 3166-1 alpha-2) or in all of them.
@Introspected
@Schema(name = "Window", description = "When, and where, a title may be watched.")
public record Window(
        @Schema(description = "The first moment; none: since ever.") @Nullable
        Instant from,

        @Schema(description = "The first moment when it may not any more; none: for ever.") @Nullable
        Instant until,

        @Schema(
                description = "ISO 3166-1 alpha-2; none: wherever the title may be watched.",
                example = "[\"AT\", \"DE\"]",
                requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        Set<String> territories) {

    public Window {
        territories = Territories.sorted(territories);
    }

    public boolean isOpen(Instant at) {
        return (from == null || !at.isBefore(from)) && (until == null || at.isBefore(until));
    }

    public boolean holdsIn(String territory) {
        return territories.isEmpty() || territories.contains(territory);
    }
}
