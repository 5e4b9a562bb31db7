package io.streamverse.media.index;

import java.util.Locale;

/// How samples are encrypted (ISO/IEC 23001-7).
public enum Scheme {
    NONE,
    CENC,
    CBCS;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
