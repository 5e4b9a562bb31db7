package io.streamverse.kernel.tenancy;

import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.connection.ConnectionOperations;
import io.streamverse.kernel.database.PoolConfig;
import io.streamverse.kernel.database.Pools;
import jakarta.inject.Named;
import java.sql.Connection;
import java.util.stream.IntStream;

/// In an app with tenants' schemas, what rooms use unless they say otherwise is the schema of the tenant in charge.
@Factory
class TenantDatabases {
    @Context
    @Primary
    @Named("default")
    @Requires(property = "database.tenants.url")
    TenantDatabase tenants(
            @Named("tenants") PoolConfig config,
            Pools pools,
            @Named("control") BeanProvider<ConnectionOperations<Connection>> control) {
        var opened = IntStream.range(0, config.pools())
                .mapToObj(i -> pools.open(config, "tenants-" + i))
                .toArray(HikariDataSource[]::new);
        return new TenantDatabase(opened, control);
    }
}
