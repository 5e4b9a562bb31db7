package io.streamverse.server.manifests;

/// What reads the manifest. Those that rewrite addresses put a fresh token into each request by themselves.
public enum Player {
    SHAKA(true),
    HLS_JS(true),
    DASH_JS(true),
    MEDIA3(true),
    NATIVE(false),
    OTHER(false);

    private final boolean rewrites;

    Player(boolean rewrites) {
        this.rewrites = rewrites;
    }

    public boolean rewrites() {
        return rewrites;
    }
}
