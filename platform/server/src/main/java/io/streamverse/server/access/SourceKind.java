package io.streamverse.server.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

@Schema(name = "GrantSourceKind", description = "`grant`: you gave it yourself.")
enum SourceKind {
    @JsonProperty("grant")
    GRANT,
    @JsonProperty("stripe")
    STRIPE,
    @JsonProperty("apple")
    APPLE,
    @JsonProperty("google")
    GOOGLE,
    @JsonProperty("roku")
    ROKU,
    @JsonProperty("amazon")
    AMAZON,
    @JsonProperty("voucher")
    VOUCHER;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
