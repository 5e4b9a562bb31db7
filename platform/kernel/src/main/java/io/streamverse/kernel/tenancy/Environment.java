package io.streamverse.kernel.tenancy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// `test` never touches money and is made on first use.
public enum Environment {
    LIVE("live"),
    TEST("test");

    private final String label;

    Environment(String label) {
        this.label = label;
    }

    @JsonValue
    public String label() {
        return label;
    }

    @JsonCreator
    public static Environment of(String label) {
        for (var environment : values()) {
            if (environment.label.equals(label)) {
                return environment;
            }
        }
        throw new IllegalArgumentException("An environment is live or test");
    }
}
