package io.streamverse.server.console;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Size;
import java.time.Duration;

@ConfigurationProperties("console")
record ConsoleConfig(
        @Size(min = 32) String secret,
        @Bindable(defaultValue = "8h") Duration session) {
    @Override
    public String toString() {
        return "ConsoleConfig";
    }
}
