package io.streamverse.server.objects;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.streamverse.kernel.storage.LocalObjectStore;
import io.streamverse.kernel.storage.S3ObjectStore;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/// The store that the settings name; none where they name no place.
@Factory
class Storage {
    @Singleton
    @Requires(property = "storage.kind", notEquals = "s3")
    @Requires(property = "storage.root")
    LocalObjectStore local(LocalConfig config) {
        var secret = config.secret().getBytes(StandardCharsets.UTF_8);
        return new LocalObjectStore(config.root(), secret, InstantSource.system());
    }

    @Singleton
    @Bean(preDestroy = "close")
    @Requires(property = "storage.kind", value = "s3")
    S3ObjectStore s3(S3Config config) {
        return new S3ObjectStore(config.toBucket(), InstantSource.system());
    }
}
