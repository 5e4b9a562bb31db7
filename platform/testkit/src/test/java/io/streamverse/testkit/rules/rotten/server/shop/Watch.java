package io.streamverse.testkit.rules.rotten.server.shop;

import java.time.Instant;

class Watch {
    Instant time() {
        return Instant.now();
    }
}
