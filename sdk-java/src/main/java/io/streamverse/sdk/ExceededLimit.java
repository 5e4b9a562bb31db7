package io.streamverse.sdk;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a quota that had no room.
 *
 * @param meter what is limited, such as {@code transcode.gpu}
 * @param allowance how much a period may have
 * @param used how much it has had
 * @param reserved how much is held for work that has not ended
 * @param asked how much was asked for
 * @param resetsAt when the next period begins, or null where nothing resets
 */
public record ExceededLimit(
        String meter,
        BigDecimal allowance,
        BigDecimal used,
        BigDecimal reserved,
        BigDecimal asked,
        @Nullable Instant resetsAt) {}
