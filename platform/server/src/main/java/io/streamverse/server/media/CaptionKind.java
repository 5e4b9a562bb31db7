package io.streamverse.server.media;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.streamverse.media.source.CaptionInfo;
import io.swagger.v3.oas.annotations.media.Schema;

@Schema(
        description =
                "`subtitles` translate what is said, `captions` tell what is heard, `forced` show only what nobody"
                        + " could understand.")
public enum CaptionKind {
    @JsonProperty("subtitles")
    SUBTITLES,
    @JsonProperty("captions")
    CAPTIONS,
    @JsonProperty("forced")
    FORCED;

    static CaptionKind of(CaptionInfo track) {
        if (track.forced()) {
            return FORCED;
        }
        return track.hearingImpaired() ? CAPTIONS : SUBTITLES;
    }
}
