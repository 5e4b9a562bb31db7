package io.streamverse.kernel.health;

import java.util.Optional;

/// One thing an app needs before it takes requests.
public interface Readiness {
    String part();

    /// Empty where it is ready; else why not, in a few words without secrets.
    Optional<String> missing();
}
