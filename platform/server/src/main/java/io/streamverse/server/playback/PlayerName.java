package io.streamverse.server.playback;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.streamverse.server.manifests.Player;
import io.swagger.v3.oas.annotations.media.Schema;

@Schema(
        description = "What reads the manifest. `native` and `other` cannot put a fresh token into addresses: they get"
                + " one that lasts for the whole play.")
enum PlayerName {
    @JsonProperty("shaka")
    SHAKA(Player.SHAKA),
    @JsonProperty("hls.js")
    HLS_JS(Player.HLS_JS),
    @JsonProperty("dash.js")
    DASH_JS(Player.DASH_JS),
    @JsonProperty("media3")
    MEDIA3(Player.MEDIA3),
    @JsonProperty("native")
    NATIVE(Player.NATIVE),
    @JsonProperty("other")
    OTHER(Player.OTHER);

    private final Player player;

    PlayerName(Player player) {
        this.player = player;
    }

    Player player() {
        return player;
    }
}
