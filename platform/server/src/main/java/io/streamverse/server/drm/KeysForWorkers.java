package io.streamverse.server.drm;

import io.streamverse.media.work.ContentKey;
import io.streamverse.server.jobs.ContentKeys;
import jakarta.inject.Singleton;
import java.util.Optional;

@Singleton
class KeysForWorkers implements ContentKeys {
    private final Drm drm;

    KeysForWorkers(Drm drm) {
        this.drm = drm;
    }

    @Override
    public Optional<ContentKey> find(String keyId) {
        return drm.find(keyId);
    }
}
