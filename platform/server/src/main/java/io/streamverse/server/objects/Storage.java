package io.streamverse.server.objects;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.streamverse.kernel.storage.LocalObjectStore;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

@Factory
@Requires(property = "storage.root")
class Storage {
    @Singleton
    LocalObjectStore local(StorageConfig config) {
        var secret = config.secret().getBytes(StandardCharsets.UTF_8);
        return new LocalObjectStore(config.root(), secret, InstantSource.system());
    }
}
