package io.streamverse.server.playback;

/// Whose place a new playback may have: nobody's, one session's, or all of the viewer's.
record Takeover(String word) {
    private static final String ALL = "*";

    static Takeover none() {
        return new Takeover("");
    }

    static Takeover ofAll() {
        return new Takeover(ALL);
    }

    static Takeover of(String session) {
        return new Takeover(session);
    }
}
