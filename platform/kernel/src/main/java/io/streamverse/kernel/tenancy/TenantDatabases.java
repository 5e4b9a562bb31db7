package io.streamverse.kernel.tenancy;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.connection.ConnectionOperations;
import io.streamverse.kernel.database.PoolConfig;
import io.streamverse.kernel.database.Pools;
import io.streamverse.kernel.schedule.Loop;
import jakarta.inject.Named;
import java.sql.Connection;
import java.time.Duration;
import java.util.stream.IntStream;

/// In an app with tenants' schemas, what rooms use unless they say otherwise is the schema of the tenant in charge.
@Factory
class TenantDatabases {
    private static final Duration SWEEP = Duration.ofSeconds(10);

    @Context
    @Primary
    @Named("default")
    @Requires(property = "database.tenants.url")
    TenantDatabase tenants(
            @Named("tenants") PoolConfig config,
            Pools pools,
            @Named("control") BeanProvider<ConnectionOperations<Connection>> control) {
        var standing = IntStream.range(0, config.pools())
                .mapToObj(i -> new StandingPool(pools.open(config, "tenants-" + i), config.connections()))
                .toList();
        var sweep = new Loop("unused-connections", SWEEP, () -> standing.forEach(StandingPool::endUnused));
        pools.beforeClosing(() -> {
            sweep.stop();
            standing.forEach(StandingPool::endAll);
        });
        sweep.start();
        return new TenantDatabase(standing, control);
    }
}
