package io.streamverse.server.playback;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

@Schema(
        name = "PlaybackEndedBecause",
        description = "`ended`: by its player. `taken-over`: another one has its place. `revoked`: by staff. `lost`:"
                + " nothing was heard of its player any more. `over`: it was as long as one may be.")
enum EndedBecause {
    @JsonProperty("ended")
    ENDED("ended", "it was ended by its player"),
    @JsonProperty("taken-over")
    TAKEN_OVER("taken-over", "another playback of the same viewer took its place"),
    @JsonProperty("revoked")
    REVOKED("revoked", "it was revoked"),
    @JsonProperty("lost")
    LOST("lost", "nothing was heard of its player for too long"),
    @JsonProperty("over")
    OVER("over", "it has lasted as long as a playback may");

    private final String label;
    private final String words;

    EndedBecause(String label, String words) {
        this.label = label;
        this.words = words;
    }

    String label() {
        return label;
    }

    String words() {
        return words;
    }
}
