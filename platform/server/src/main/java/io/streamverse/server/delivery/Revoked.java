package io.streamverse.server.delivery;

/// Which playback sessions were ended before their tokens did. Asked for every manifest and key, never for segments:
/// it answers from memory. Whoever keeps sessions offers this as a bean.
public interface Revoked {
    boolean isRevoked(String session);
}
