package io.streamverse.server.delivery;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The edge cluster that tokens are for, the secrets that its keys derive from, and what edges show that they are ours.
@ConfigurationProperties("delivery")
record DeliveryConfig(
        @Bindable(defaultValue = "streamverse") @Pattern(regexp = "[a-z0-9-]{1,40}")
        String cluster,

        @Size(min = 32) String secret,
        @Nullable @Size(min = 32) String formerSecret,
        @Nullable @Size(min = 32) String edgeKey,
        @Bindable(defaultValue = "67108864") @Min(0) long indexMemory,
        @Nullable Path log,
        @Bindable(defaultValue = "2s") Duration tellEvery,

        @Bindable(defaultValue = "false") boolean bindNetwork,

        @Bindable(defaultValue = "") @Pattern(regexp = "[A-Za-z0-9-]{0,60}")
        String clientHeader,

        @Bindable(defaultValue = "")
        List<@Pattern(regexp = "([a-z0-9-]{1,40} [A-Za-z0-9.-]{1,253} [0-9]{1,5})?") String> pathways) {
    @Override
    public String toString() {
        return "DeliveryConfig for " + cluster;
    }
}
