package io.streamverse.server.ladders;

import io.micronaut.core.annotation.Introspected;
import io.streamverse.media.ladder.AudioRung;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

@Introspected
@Schema(name = "AudioRung", description = "One rendition of the sound, in AAC.")
record AudioRungBody(
        @Schema(description = "Unique among the rungs; a-z, 0-9 and -.", example = "128k") @NotNull
        String name,

        @Schema(description = "16 to 256 for each channel.") int kbps,

        @Schema(description = "1, 2 or 6; six only where the source has them.")
        int channels) {

    static AudioRungBody of(AudioRung rung) {
        return new AudioRungBody(rung.name(), rung.kbps(), rung.channels());
    }

    AudioRung rung() {
        return new AudioRung(name, kbps, channels);
    }
}
