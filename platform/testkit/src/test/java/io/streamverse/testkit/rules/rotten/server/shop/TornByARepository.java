package io.streamverse.testkit.rules.rotten.server.shop;

import io.micronaut.transaction.annotation.Transactional;
import java.util.function.IntSupplier;

record TornByARepository(GoodsRepository goods, PlansRepository plans) {
    @Transactional
    int count() {
        return goods.count() + apart(() -> planned());
    }

    private int planned() {
        return plans.count();
    }

    private static int apart(IntSupplier work) {
        return work.getAsInt();
    }
}
