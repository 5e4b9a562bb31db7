package io.streamverse.kernel.tenancy;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

/// `test` never touches money and is made on first use.
@Schema(description = "`test` never touches money.")
public enum Environment {
    @JsonProperty("live")
    LIVE("live"),
    @JsonProperty("test")
    TEST("test");

    private final String label;

    Environment(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static Environment of(String label) {
        for (var environment : values()) {
            if (environment.label.equals(label)) {
                return environment;
            }
        }
        throw new IllegalArgumentException("An environment is live or test");
    }
}
