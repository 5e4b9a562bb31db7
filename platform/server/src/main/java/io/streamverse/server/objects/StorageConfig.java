package io.streamverse.server.objects;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// Which kind of store holds objects, and after how long an unfinished upload is swept away.
@ConfigurationProperties("storage")
record StorageConfig(
        @Bindable(defaultValue = "local") Kind kind,
        @Bindable(defaultValue = "72h") Duration unfinishedUploads) {
    enum Kind {
        LOCAL,
        S3
    }
}
