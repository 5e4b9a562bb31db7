package io.streamverse.media.index;

/// These bytes are no segment index of ours, or no longer.
public final class BrokenIndex extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenIndex(String message) {
        super(message);
    }

    BrokenIndex(String message, Throwable cause) {
        super(message, cause);
    }
}
