package io.streamverse.server.limits;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What somebody wants to use of a meter.
///
/// `reference` names the act: claiming again under it changes nothing, and the usage fact that tells metering what ran
/// has it as its natural id. `purpose` is for people; of storage it is the class: original, rendition or recording.
/// With a `quote` the amount is a cap: never is more than this charged.
public record Claim(
        String meter,
        BigDecimal amount,
        String purpose,
        String reference,
        Duration expiresAfter,
        @Nullable String quote) {

    public Claim {
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("Nobody claims " + amount);
        }
    }

    public Claim(String meter, BigDecimal amount, String purpose, String reference, Duration expiresAfter) {
        this(meter, amount, purpose, reference, expiresAfter, null);
    }
}
