package io.streamverse.billing.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.streamverse.billing.metering.Booked;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "What became of one event.")
record UsageResult(
        String id,
        Status status,

        @Schema(description = "Why it was not booked.") @Nullable
        UsageProblem problem) {

    @Schema(
            name = "UsageStatus",
            description = "A duplicate was booked before, as it is; a conflict with other content.")
    enum Status {
        @JsonProperty("accepted")
        ACCEPTED,
        @JsonProperty("duplicate")
        DUPLICATE,
        @JsonProperty("conflict")
        CONFLICT,
        @JsonProperty("rejected")
        REJECTED
    }

    static UsageResult of(Booked booked) {
        var code = booked.problem();
        return new UsageResult(
                booked.usage().id(),
                Status.valueOf(booked.status().name()),
                code == null ? null : UsageProblem.of(code));
    }

    static UsageResult rejected(String id, String code) {
        return new UsageResult(id, Status.REJECTED, UsageProblem.of(code));
    }
}
