package io.streamverse.testkit.rules.rotten.server.shop;

import io.micronaut.transaction.annotation.Transactional;

record TornByACall(Till till) {
    @Transactional("control")
    void close() {
        till.close();
    }
}
