package io.streamverse.server.playback;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(name = "PlaybackDecision", description = "Whether a viewer may play a title, step by step.")
record DecisionResponse(
        Outcome outcome,

        @Schema(description = "What the viewer's app would be told.", example = "playback.denied.window") @Nullable
        String code,

        @Schema(description = "Business time: ahead of real time where a test clock was moved.")
        Instant at,

        @Schema(description = "What the viewer has.") @Nullable
        String tier,

        @Schema(description = "Lines; none: all.") @Nullable Integer maximumHeight,

        @Schema(description = "How many may play at once.") int streams,
        List<StepResponse> steps) {

    @Schema(name = "PlaybackDecisionOutcome")
    enum Outcome {
        @JsonProperty("allowed")
        ALLOWED,
        @JsonProperty("denied")
        DENIED
    }

    static DecisionResponse of(Gathered gathered, Situation situation) {
        var decision = situation.decide();
        var denial = decision.denial()
                .map(it -> Denials.of(it, situation.title().id()).code());
        var tier = situation.tier();
        return new DecisionResponse(
                denial.isPresent() ? Outcome.DENIED : Outcome.ALLOWED,
                denial.orElse(null),
                situation.now(),
                tier == null ? null : tier.name(),
                gathered.maximumHeight(),
                situation.streams(null),
                decision.findings().stream().map(StepResponse::of).toList());
    }
}
