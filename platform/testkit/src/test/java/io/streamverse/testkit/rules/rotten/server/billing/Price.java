package io.streamverse.testkit.rules.rotten.server.billing;

import java.math.BigDecimal;

record Price(BigDecimal exact) {
    long rounded() {
        return Math.round(exact.doubleValue());
    }
}
