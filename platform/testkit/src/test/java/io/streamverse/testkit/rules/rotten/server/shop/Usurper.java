package io.streamverse.testkit.rules.rotten.server.shop;

import io.streamverse.testkit.rules.rotten.kernel.tenancy.TenantContext;

class Usurper {
    void seize() {
        new TenantContext("somebody");
    }
}
