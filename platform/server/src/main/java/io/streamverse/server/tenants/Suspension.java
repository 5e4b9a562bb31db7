package io.streamverse.server.tenants;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Arrays;

@Schema(description = "What a tenant may no longer do, since when and why.")
public record Suspension(
        Level level,
        String reason,
        @Schema(description = "From when on.") Instant at) {

    @Schema(
            name = "SuspensionLevel",
            description = "`restricted`: no new encodes or inputs, viewers keep watching. `playback-stopped`: nothing"
                    + " plays. `abuse`: everything ends at once, keys included.")
    public enum Level {
        @JsonProperty("restricted")
        RESTRICTED("restricted"),
        @JsonProperty("playback-stopped")
        PLAYBACK_STOPPED("playback-stopped"),
        @JsonProperty("abuse")
        ABUSE("abuse");

        private final String label;

        Level(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public static Level of(String label) {
            return Arrays.stream(values())
                    .filter(it -> it.label.equals(label))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("restricted, playback-stopped or abuse"));
        }
    }

    public boolean stopsKeys(Instant now) {
        return level == Level.ABUSE && !now.isBefore(at);
    }

    boolean stopsPlayback(Instant now) {
        return level != Level.RESTRICTED && !now.isBefore(at);
    }
}
