package io.streamverse.kernel.money;

import java.math.BigDecimal;

/// Quantities as people write them: neither zeros at the end nor an exponent.
public final class Quantities {
    private Quantities() {}

    public static BigDecimal plain(BigDecimal amount) {
        var stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
