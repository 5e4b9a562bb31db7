package io.streamverse.server.closing;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.streamverse.kernel.tenancy.TenantId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

record Erasure(
        String id,
        TenantId tenant,
        String slug,
        State state,
        AskedBy askedBy,
        String reason,
        Instant beganAt,
        @Nullable Instant settledAt,
        @Nullable Instant endedAt,
        @Nullable String certificate) {
    static final String PREFIX = "ers";

    @Schema(
            name = "ErasureState",
            description = "`removing`: store by store. `settling`: nothing is left; what is still on its way is waited"
                    + " for, then everything is looked at once more. `done`: certified.")
    enum State {
        @JsonProperty("removing")
        REMOVING,
        @JsonProperty("settling")
        SETTLING,
        @JsonProperty("done")
        DONE;

        static State of(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT));
        }
    }

    @Schema(name = "ErasureAskedBy", description = "`operator`, or `grace` where the grace of a closure was over.")
    enum AskedBy {
        @JsonProperty("operator")
        OPERATOR,
        @JsonProperty("grace")
        GRACE;

        static AskedBy of(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT));
        }

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
