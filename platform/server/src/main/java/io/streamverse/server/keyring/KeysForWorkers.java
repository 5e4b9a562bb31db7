package io.streamverse.server.keyring;

import io.streamverse.media.work.ContentKey;
import io.streamverse.server.jobs.ContentKeys;
import jakarta.inject.Singleton;
import java.util.Optional;

@Singleton
class KeysForWorkers implements ContentKeys {
    private final Keyring keys;

    KeysForWorkers(Keyring keys) {
        this.keys = keys;
    }

    @Override
    public Optional<ContentKey> find(String keyId) {
        return keys.find(keyId);
    }
}
