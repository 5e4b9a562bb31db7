package io.streamverse.server.drm;

public enum KeySystem {
    CLEARKEY,
    WIDEVINE,
    PLAYREADY,
    FAIRPLAY
}
