package io.streamverse.server.rates;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Pattern;
import java.util.List;

/// Whether there are limits, `on` or `off`, and which: a name, requests each second, and at once.
@ConfigurationProperties("rate-limits")
record RatesConfig(
        @Bindable(defaultValue = "on") @Pattern(regexp = "on|off")
        String mode,

        List<@Pattern(regexp = "[a-z]+-[a-z]+ [1-9][0-9]{0,6} [1-9][0-9]{0,6}") String> rates) {}
