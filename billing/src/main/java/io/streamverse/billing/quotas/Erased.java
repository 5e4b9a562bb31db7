package io.streamverse.billing.quotas;

import io.micronaut.context.annotation.Factory;
import io.streamverse.kernel.database.Sql;
import io.streamverse.kernel.erasure.Store;
import io.streamverse.kernel.erasure.Tables;
import jakarta.inject.Singleton;

@Factory
class Erased {
    @Singleton
    Store quotas(Sql sql) {
        return Tables.with(
                sql,
                "quotas",
                Tables.BY_SPACE,
                "billing.quota_space",
                "billing.quota_fact",
                "billing.quota_told",
                "billing.quota_setting",
                "billing.quota_grant",
                "billing.quota_warning",
                "billing.quota_budget");
    }
}
