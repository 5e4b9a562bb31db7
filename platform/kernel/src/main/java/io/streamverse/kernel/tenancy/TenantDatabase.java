package io.streamverse.kernel.tenancy;

import io.micronaut.context.BeanProvider;
import io.micronaut.data.connection.ConnectionOperations;
import io.streamverse.kernel.database.OneAtATime;
import io.streamverse.kernel.metrics.Spans;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/// Hands out connections that stand in the schema, and act in the role, of the tenant in charge.
///
/// A tenant keeps to one of several small pools of its database, so that a busy one leaves the others theirs. Where a
/// connection stands is what PostgreSQL reports, never what we remember: a rollback undoes a SET, and takes the report
/// with it.
final class TenantDatabase extends OneAtATime {
    private static final String ENTER = "SELECT set_config('search_path', ?, false), set_config('role', ?, false)";
    private final HostDatabases hosts;

    TenantDatabase(HostDatabases hosts, BeanProvider<ConnectionOperations<Connection>> control, Spans spans) {
        super(control, spans);
        this.hosts = hosts;
    }

    @Override
    protected Connection open() throws SQLException {
        var space = TenantContext.current();
        var connection = hosts.entered(space.tenant()).lend(space);
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
