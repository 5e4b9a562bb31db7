package io.streamverse.server.keys;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.streamverse.kernel.schedule.Loop;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// When each key was last used, written every few seconds rather than with every request.
@Singleton
class LastUsed implements ApplicationEventListener<StartupEvent> {
    private final Map<String, Instant> noted = new ConcurrentHashMap<>();
    private final Loop loop = new Loop("keys-last-used", Duration.ofSeconds(3), this::write);
    private final KeyRepository keys;

    LastUsed(KeyRepository keys) {
        this.keys = keys;
    }

    void note(String keyId, Instant at) {
        noted.put(keyId, at);
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        loop.start();
    }

    /// Before anything this needs goes away.
    @EventListener
    void stop(ShutdownEvent event) {
        loop.stop();
        write();
    }

    private void write() {
        for (var keyId : List.copyOf(noted.keySet())) {
            var at = noted.remove(keyId);
            if (at != null) {
                keys.used(keyId, at);
            }
        }
    }
}
