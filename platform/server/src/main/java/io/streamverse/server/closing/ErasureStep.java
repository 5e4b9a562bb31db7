package io.streamverse.server.closing;

import io.micronaut.core.annotation.Introspected;
import io.streamverse.kernel.erasure.Held;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was in one store, and how its removal goes.
@Introspected
record ErasureStep(
        String store,

        @Schema(description = "What was there before anything was removed.")
        List<Held> found,

        @Schema(description = "What came in while the erasure ran, and was removed too.")
        List<Held> foundLate,

        @Nullable Instant foundAt,
        @Nullable Instant removedAt,

        @Schema(description = "How often it did not succeed; it is tried again until it does.")
        int failures,

        @Nullable String failure) {

    boolean isRemoved() {
        return removedAt != null;
    }
}
