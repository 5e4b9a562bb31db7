package io.streamverse.server.media;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

@Schema(
        description =
                "`no-worker`: none that was seen lately can do it. `share`: your share is at work on your other jobs."
                        + " `busy`: all workers are. `retry`: it failed and is tried again. `restricted`: you are suspended.")
enum JobWait {
    @JsonProperty("no-worker")
    NO_WORKER,
    @JsonProperty("share")
    SHARE,
    @JsonProperty("busy")
    BUSY,
    @JsonProperty("retry")
    RETRY,
    @JsonProperty("restricted")
    RESTRICTED
}
