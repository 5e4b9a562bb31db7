package io.streamverse.server.placement;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(name = "Database", description = "A database that holds tenants' schemas.")
record DatabaseResponse(
        @Schema(description = "`main`, or as the settings call it.")
        String name,

        @Schema(description = "False while it is away: its tenants are answered 503, all others go on.")
        boolean reachable,

        @Schema(description = "Tenants in it, those being made included.")
        int tenants,

        @Schema(description = "Schemas these tenants take: two each, `test` also before its first use.")
        int schemas,

        @Schema(description = "Schemas it takes.") int most,

        @Schema(description = "The share of them that is taken; new tenants go where it is least.")
        double fill) {

    static DatabaseResponse of(Fill it) {
        return new DatabaseResponse(
                it.host().name(),
                !it.host().isAway(),
                it.tenants(),
                it.schemas(),
                it.host().most(),
                it.share());
    }
}
