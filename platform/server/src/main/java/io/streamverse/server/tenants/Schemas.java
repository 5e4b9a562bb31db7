package io.streamverse.server.tenants;

import io.micronaut.transaction.TransactionOperations;
import io.streamverse.kernel.erasure.Held;
import io.streamverse.kernel.erasure.Store;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.kernel.tenancy.TenantId;
import io.streamverse.kernel.tenancy.TenantSpace;
import io.streamverse.server.placement.Placement;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The schemas and roles of a tenant's environments, and with them whatever its rooms keep there: tenant keys and
/// signing keys too, so that nothing they closed opens again.
@Singleton
class Schemas implements Store {
    private static final String TABLES = """
            SELECT relname FROM pg_class
            WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' AND relname <> 'flyway_schema_history'
            ORDER BY relname
            """;
    private final TransactionOperations<Connection> transactions;
    private final SpaceRepository known;
    private final Spaces spaces;
    private final Placement placement;

    Schemas(TransactionOperations<Connection> transactions, SpaceRepository known, Spaces spaces, Placement placement) {
        this.transactions = transactions;
        this.known = known;
        this.spaces = spaces;
        this.placement = placement;
    }

    @Override
    public String name() {
        return "schemas";
    }

    @Override
    public int getOrder() {
        return WRITERS;
    }

    @Override
    public List<Held> held(TenantId tenant) {
        return known.of(tenant).stream()
                .map(KnownSpace::space)
                .flatMap(space -> TenantContext.call(space, () -> rows(space)).stream())
                .toList();
    }

    @Override
    public void erase(TenantId tenant) {
        placement.endMoves(tenant);
        spaces.erase(tenant);
        known.remove(tenant);
    }

    private List<Held> rows(TenantSpace space) {
        return transactions.executeRead(status -> {
            var held = new ArrayList<Held>();
            for (var table : names(status.getConnection())) {
                var rows = count(status.getConnection(), table);
                if (rows > 0) {
                    held.add(Held.rows(space.environment().label() + "." + table, rows));
                }
            }
            return held;
        });
    }

    private static List<String> names(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(TABLES);
                var rows = statement.executeQuery()) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT count(*) FROM " + table);
                var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
