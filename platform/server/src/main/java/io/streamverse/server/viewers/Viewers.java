package io.streamverse.server.viewers;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Singleton
public class Viewers {
    public boolean exists(String viewerId) {
        throw new UnsupportedOperationException(viewerId);
    }

    /// The session of the one who calls; empty once it is revoked or over.
    public Optional<ViewerSession> session(String sessionId) {
        throw new UnsupportedOperationException(sessionId);
    }

    /// The viewer's first one where none is named; empty where it is nobody's or another's.
    public Optional<ViewerProfile> profile(String viewerId, @Nullable String profileId) {
        throw new UnsupportedOperationException(viewerId + profileId);
    }
}
