package io.streamverse.server.limits;

import java.math.BigDecimal;

/// Quantities as people write them: neither zeros at the end nor an exponent.
final class Amounts {
    private Amounts() {}

    static BigDecimal plain(BigDecimal amount) {
        var stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
