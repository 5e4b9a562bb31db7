package io.streamverse.testkit.rules.rotten.server.shop;

import io.micronaut.data.annotation.Repository;

@Repository("control")
interface PlansRepository {
    int count();
}
