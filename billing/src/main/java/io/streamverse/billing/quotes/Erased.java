package io.streamverse.billing.quotes;

import io.micronaut.context.annotation.Factory;
import io.streamverse.kernel.database.Sql;
import io.streamverse.kernel.erasure.Store;
import io.streamverse.kernel.erasure.Tables;
import jakarta.inject.Singleton;

@Factory
class Erased {
    @Singleton
    Store quotes(Sql sql) {
        return Tables.with(sql, "quotes", Tables.BY_TENANT, "billing.quote");
    }
}
