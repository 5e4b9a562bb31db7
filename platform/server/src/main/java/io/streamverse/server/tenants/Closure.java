package io.streamverse.server.tenants;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

@Introspected
@Schema(description = "That a tenant ends, and when: until then it can be reopened, after it everything is erased.")
public record Closure(
        AskedBy askedBy,
        String reason,
        Instant askedAt,

        @Schema(description = "Keys and playback stop here, and the erasure begins.")
        Instant endsAt) {

    @Schema(name = "ClosureAskedBy")
    public enum AskedBy {
        @JsonProperty("operator")
        OPERATOR,
        @JsonProperty("tenant")
        TENANT
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(endsAt);
    }
}
