package io.streamverse.billing.clock;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

@Schema(name = "TestClock", description = "The business time of a test environment.")
record TestClockResponse(
        @Schema(description = "The time by which periods, quotas and invoices go.")
        Instant now,

        @Schema(description = "Where it is going, or is.") Instant target,

        @Schema(description = "`ready` when billing has done all that fell due in between.")
        State state) {
    @Schema(name = "TestClockState")
    enum State {
        @JsonProperty("advancing")
        ADVANCING,
        @JsonProperty("ready")
        READY
    }

    static TestClockResponse of(TestClock clock, Instant real) {
        return new TestClockResponse(
                clock.now(real), clock.target(real), clock.advancing() ? State.ADVANCING : State.READY);
    }
}
