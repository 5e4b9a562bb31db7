package io.streamverse.kernel.database;

import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.BeanProvider;
import io.micronaut.data.connection.ConnectionOperations;
import io.streamverse.kernel.metrics.Spans;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// The app's own database, through the login that owns it.
final class OwnDatabase extends OneAtATime {
    private final HikariDataSource pool;

    OwnDatabase(HikariDataSource pool, @Nullable BeanProvider<ConnectionOperations<Connection>> tenants, Spans spans) {
        super(tenants, spans);
        this.pool = pool;
    }

    @Override
    protected Connection open() throws SQLException {
        return pool.getConnection();
    }
}
