package io.streamverse.media.index;

/// This file is no single-file CMAF rendition that can be played by ranges.
public final class BrokenCmaf extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenCmaf(String message) {
        super(message);
    }

    BrokenCmaf(String message, Throwable cause) {
        super(message, cause);
    }
}
