package io.streamverse.server.delivery;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Whole answers that another room keeps, for whoever holds a token for their address.
public interface Memory {
    /// By the path behind the token. Null where it is not kept, or somebody must be asked.
    @Nullable
    Kept find(String path, boolean isPacked);

    /// Whose answers they count as.
    String room();

    interface Kept {
        byte[] bytes();

        void describe(BiConsumer<String, String> header);
    }
}
