package io.streamverse.billing.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

@Schema(description = "A file that broke off has failed, and nothing of it was booked: send it again.")
enum BackfillState {
    @JsonProperty("uploading")
    UPLOADING,
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("done")
    DONE,
    @JsonProperty("failed")
    FAILED
}
