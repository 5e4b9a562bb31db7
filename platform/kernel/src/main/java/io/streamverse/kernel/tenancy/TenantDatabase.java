package io.streamverse.kernel.tenancy;

import io.micronaut.context.BeanProvider;
import io.micronaut.data.connection.ConnectionOperations;
import io.streamverse.kernel.database.OneAtATime;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// Hands out connections that stand in the schema, and act in the role, of the tenant in charge.
///
/// A tenant keeps to one of several small pools, so that a busy one leaves the others theirs. Where a connection
/// stands is what PostgreSQL reports, never what we remember: a rollback undoes a SET, and takes the report with it.
final class TenantDatabase extends OneAtATime {
    private static final String ENTER = "SELECT set_config('search_path', ?, false), set_config('role', ?, false)";
    private final List<StandingPool> pools;

    TenantDatabase(List<StandingPool> pools, @Nullable BeanProvider<ConnectionOperations<Connection>> control) {
        super(control);
        this.pools = pools;
    }

    @Override
    protected Connection open() throws SQLException {
        var space = TenantContext.current();
        var pool = pools.get(Math.floorMod(space.tenant().hashCode(), pools.size()));
        var connection = pool.lend(space.schema());
        try {
            enter(connection, space);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static void enter(Connection connection, TenantSpace space) throws SQLException {
        var reported = connection.unwrap(PGConnection.class).getParameterStatus("search_path");
        if (space.schema().equals(reported)) {
            return;
        }
        try (var statement = connection.prepareStatement(ENTER)) {
            statement.setString(1, space.schema());
            statement.setString(2, space.role());
            statement.execute();
        }
    }
}
