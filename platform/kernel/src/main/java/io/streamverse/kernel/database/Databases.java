package io.streamverse.kernel.database;

import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.connection.ConnectionOperations;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.client.SSLMode;
import io.streamverse.kernel.metrics.Spans;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.net.URI;
import java.sql.Connection;
import javax.sql.DataSource;

/// `control` is the app's own database, opened by its owner and migrated before anybody gets a connection.
/// `default` is what rooms use unless they say otherwise: the own database again, in an app without tenants' schemas.
@Factory
class Databases {
    private final Spans spans;

    Databases(Spans spans) {
        this.spans = spans;
    }

    @Context
    @Named("control")
    @Requires(property = "database.tenants.url")
    OwnDatabase control(
            @Named("control") PoolConfig config,
            MigrationConfig migrations,
            Pools pools,
            @Named("default") BeanProvider<ConnectionOperations<Connection>> tenants) {
        return new OwnDatabase(migrated(config, migrations, pools), tenants, spans);
    }

    @Context
    @Named("control")
    @Requires(property = "database.control.url")
    @Requires(missingProperty = "database.tenants.url")
    OwnDatabase alone(@Named("control") PoolConfig config, MigrationConfig migrations, Pools pools) {
        return new OwnDatabase(migrated(config, migrations, pools), null, spans);
    }

    @Context
    @Primary
    @Named("default")
    @Requires(property = "database.control.url")
    @Requires(missingProperty = "database.tenants.url")
    DataSource alsoDefault(@Named("control") DataSource own) {
        return own;
    }

    private static HikariDataSource migrated(PoolConfig config, MigrationConfig migrations, Pools pools) {
        var pool = pools.open(config, "control");
        new Migrations(pool).migrate(migrations.schemas());
        return pool;
    }

    /// For LISTEN, which JDBC can only poll.
    @Singleton
    @Requires(property = "database.control.url")
    PostgresqlConnectionFactory listening(@Named("control") PoolConfig config) {
        var address = URI.create(config.url().substring("jdbc:".length()));
        var connection = PostgresqlConnectionConfiguration.builder()
                .host(address.getHost())
                .port(address.getPort())
                .database(address.getPath().substring(1))
                .username(config.username())
                .password(config.password())
                .applicationName("streamverse-signals")
                .tcpKeepAlive(true);
        if (config.ca() != null) {
            connection.sslMode(SSLMode.VERIFY_FULL).sslRootCert(config.ca().toString());
        }
        return new PostgresqlConnectionFactory(connection.build());
    }
}
