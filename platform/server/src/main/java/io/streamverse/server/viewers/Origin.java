package io.streamverse.server.viewers;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

@Schema(name = "ViewerOrigin", description = "`account`: they signed in here. `tenant`: you signed them in yourself.")
enum Origin {
    @JsonProperty("account")
    ACCOUNT,
    @JsonProperty("tenant")
    TENANT;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
