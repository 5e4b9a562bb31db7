package io.streamverse.server.viewers;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

@Schema(
        name = "ViewerSessionEnding",
        description =
                "`logout`: the viewer's wish. `revocation`: yours. `reuse`: a refresh token came a second time, so"
                        + " somebody had taken it.")
enum Ending {
    @JsonProperty("logout")
    LOGOUT,
    @JsonProperty("revocation")
    REVOCATION,
    @JsonProperty("reuse")
    REUSE;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
