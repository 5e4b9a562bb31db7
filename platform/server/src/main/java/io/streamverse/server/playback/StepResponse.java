package io.streamverse.server.playback;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;

@Schema(name = "PlaybackDecisionStep", description = "What was asked, and what came out.")
record StepResponse(
        Step step,
        Result result,
        String detail,

        @Schema(description = "What would help, such as when a window opens.")
        Map<String, Object> facts) {

    @Schema(name = "PlaybackDecisionResult", description = "`skipped`: an earlier step or the question left it open.")
    enum Result {
        @JsonProperty("passed")
        PASSED,
        @JsonProperty("failed")
        FAILED,
        @JsonProperty("skipped")
        SKIPPED
    }

    static StepResponse of(Finding finding) {
        return new StepResponse(
                finding.step(), Result.valueOf(finding.outcome().name()), finding.detail(), finding.facts());
    }
}
