package io.streamverse.worker.leases;

import io.streamverse.media.lease.Encoder;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What this machine really encodes with. Whoever can try it offers this as a bean; without one, nothing is encoded.
public interface Encoders {
    /// Throws where that could not be found out now.
    List<Encoder> found() throws IOException;

    /// The accelerator's name for itself.
    @Nullable
    String device();
}
