package io.streamverse.server.playback;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

/// In the order in which they are asked: the first that fails is the answer.
@Schema(name = "PlaybackStep")
enum Step {
    @JsonProperty("title")
    TITLE,
    @JsonProperty("suspended")
    SUSPENDED,
    @JsonProperty("signed-out")
    SIGNED_OUT,
    @JsonProperty("territory")
    TERRITORY,
    @JsonProperty("window")
    WINDOW,
    @JsonProperty("no-entitlement")
    NO_ENTITLEMENT,
    @JsonProperty("age")
    AGE,
    @JsonProperty("device")
    DEVICE,
    @JsonProperty("offline")
    OFFLINE,
    @JsonProperty("quota")
    QUOTA,
    @JsonProperty("concurrency")
    CONCURRENCY,
    @JsonProperty("downloads")
    DOWNLOADS
}
