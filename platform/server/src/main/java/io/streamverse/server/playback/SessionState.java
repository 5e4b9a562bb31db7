package io.streamverse.server.playback;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

@Schema(name = "PlaybackSessionState")
enum SessionState {
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("ended")
    ENDED
}
