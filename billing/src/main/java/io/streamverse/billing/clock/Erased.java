package io.streamverse.billing.clock;

import io.micronaut.context.annotation.Factory;
import io.streamverse.kernel.database.Sql;
import io.streamverse.kernel.erasure.Store;
import io.streamverse.kernel.erasure.Tables;
import jakarta.inject.Singleton;

@Factory
class Erased {
    @Singleton
    Store testClocks(Sql sql) {
        return Tables.with(sql, "test-clocks", Tables.BY_TENANT, "billing.test_clock");
    }
}
