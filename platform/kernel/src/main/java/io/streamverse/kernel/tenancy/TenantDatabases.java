package io.streamverse.kernel.tenancy;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.EachBean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.connection.ConnectionOperations;
import io.streamverse.kernel.database.Migrations;
import io.streamverse.kernel.database.PoolConfig;
import io.streamverse.kernel.database.Pools;
import io.streamverse.kernel.metrics.Spans;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.List;
import java.util.stream.IntStream;

/// In an app with tenants' schemas, what rooms use unless they say otherwise is the schema of the tenant in charge.
@Factory
class TenantDatabases {
    /// They make, migrate and move schemas: seldom, but several at once.
    private static final int OWNERS_CONNECTIONS = 8;

    @Context
    @Primary
    @Named("default")
    @Requires(property = "database.tenants.url")
    TenantDatabase tenants(
            HostDatabases hosts,
            @Named("control") BeanProvider<ConnectionOperations<Connection>> control,
            Spans spans) {
        return new TenantDatabase(hosts, control, spans);
    }

    @Singleton
    @Named(HostDatabase.MAIN)
    @Requires(property = "database.tenants.url")
    HostDatabase main(
            @Named("tenants") PoolConfig config, @Named("control") PoolConfig owner, MainDatabase main, Pools pools) {
        var standing = IntStream.range(0, config.pools())
                .mapToObj(i ->
                        new StandingPool(HostDatabase.MAIN, pools.open(config, "tenants-" + i), config.connections()))
                .toList();
        var host = new HostDatabase(
                HostDatabase.MAIN,
                main.username(),
                main.most(),
                standing,
                pools.openLater(owner.asOnePoolOf(OWNERS_CONNECTIONS), "owner"));
        prepare(host, List.of());
        return host;
    }

    @EachBean(FurtherDatabase.class)
    @Singleton
    HostDatabase further(FurtherDatabase config, Pools pools, MeterRegistry metrics) {
        var standing = IntStream.range(0, config.pools())
                .mapToObj(i -> new StandingPool(
                        config.name(),
                        pools.openLater(config.forTenants(), config.name() + "-" + i),
                        config.connections()))
                .toList();
        var host = new HostDatabase(
                config.name(),
                config.username(),
                config.most(),
                standing,
                pools.openLater(config.forOwner().asOnePoolOf(OWNERS_CONNECTIONS), config.name() + "-owner"));
        var watch = new DatabaseWatch(host, config.forTenants(), () -> prepare(host, List.of("plumbing")));
        Gauge.builder("streamverse.database.up", host, it -> it.isAway() ? 0 : 1)
                .description("Whether a further database answers")
                .tag("database", host.name())
                .register(metrics);
        pools.beforeClosing(watch::stop);
        watch.start();
        return host;
    }

    private static void prepare(HostDatabase host, List<String> schemas) {
        var migrations = new Migrations(host.owner());
        migrations.migrate(schemas);
        migrations.migrate(TenantSchemas.KIND, TenantSchemas.TEMPLATE);
    }
}
