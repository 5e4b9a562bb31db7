package io.streamverse.server.jobs;

import io.streamverse.media.work.ContentKey;
import java.util.Optional;

/// Where the keys are that the content of the tenant in charge is encrypted with. Whoever keeps them offers this as a
/// bean.
public interface ContentKeys {
    Optional<ContentKey> find(String keyId);
}
