package io.streamverse.billing.quotas;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

@Introspected
@Schema(name = "UpdateQuota", description = "What a tenant may change of a quota.")
record QuotaPatch(
        @Schema(
                description =
                        "`hard` refuses beyond the allowance, `soft` charges it. What the plan keeps hard stays hard.")
        @NotNull
        Enforcement enforcement) {

    static QuotaPatch of(Standing standing) {
        return new QuotaPatch(standing.hard() ? Enforcement.HARD : Enforcement.SOFT);
    }
}
