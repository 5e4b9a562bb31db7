package io.streamverse.server.keys;

/// A key just made, with the secret that nobody can read again.
public record KeyWithSecret(ApiKey key, String secret) {
    @Override
    public String toString() {
        return key.id();
    }
}
