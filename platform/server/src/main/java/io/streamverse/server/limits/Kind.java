package io.streamverse.server.limits;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How a quota fills and empties again.
enum Kind {
    /// Used up over a period and begun anew with the next.
    PERIOD,
    /// What is held right now; reserved before it is stored, used until it is removed.
    LEVEL,
    /// Things at once: only reservations count.
    SLOTS;

    static Kind of(String meter) {
        return switch (meter) {
            case Limits.STORAGE -> LEVEL;
            case Limits.JOBS, Limits.LIVE_INPUTS -> SLOTS;
            default -> PERIOD;
        };
    }

    @JsonValue
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
