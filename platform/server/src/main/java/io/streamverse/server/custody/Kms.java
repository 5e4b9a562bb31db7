package io.streamverse.server.custody;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// Who wraps tenants' keys.
enum Kms {
    @JsonProperty("local")
    LOCAL,
    @JsonProperty("vault")
    VAULT,
    @JsonProperty("aws")
    AWS,
    @JsonProperty("gcp")
    GCP;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
