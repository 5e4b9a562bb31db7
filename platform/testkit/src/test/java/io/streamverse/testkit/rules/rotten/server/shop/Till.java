package io.streamverse.testkit.rules.rotten.server.shop;

import jakarta.transaction.Transactional;

class Till {
    @Transactional
    void close() {}
}
