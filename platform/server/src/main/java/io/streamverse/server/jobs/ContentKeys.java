package io.streamverse.server.jobs;

import io.streamverse.kernel.tenancy.TenantSpace;
import io.streamverse.media.work.ContentKey;
import java.util.Optional;

/// Where the keys are that content is encrypted with. Whoever keeps them offers this as a bean.
public interface ContentKeys {
    Optional<ContentKey> find(TenantSpace space, String keyId);
}
