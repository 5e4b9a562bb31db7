package io.streamverse.kernel.erasure;

import io.streamverse.kernel.database.Sql;
import io.streamverse.kernel.tenancy.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// Rows of the app's own database, each table with the condition that finds a tenant's, in the order of removal. The
/// condition asks for the id once.
public record Tables(Sql sql, String name, List<Of> tables) implements Store {
    public static final String BY_SPACE = "split_part(space, ':', 1) = ?";
    public static final String BY_TENANT = "tenant_id = ?";

    public record Of(String table, String condition) {
        private String counting() {
            return "SELECT count(*) FROM %s WHERE %s".formatted(table, condition);
        }

        private String removing() {
            return "DELETE FROM %s WHERE %s".formatted(table, condition);
        }

        /// In another database than the app's own.
        public long count(Connection connection, TenantId tenant) throws SQLException {
            try (var statement = connection.prepareStatement(counting())) {
                statement.setString(1, tenant.value());
                try (var row = statement.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        }

        /// In another database than the app's own.
        public void erase(Connection connection, TenantId tenant) throws SQLException {
            try (var statement = connection.prepareStatement(removing())) {
                statement.setString(1, tenant.value());
                statement.executeUpdate();
            }
        }
    }

    public Tables {
        tables = List.copyOf(tables);
    }

    public static Tables with(Sql sql, String name, String condition, String... tables) {
        return new Tables(
                sql,
                name,
                List.of(tables).stream().map(it -> new Of(it, condition)).toList());
    }

    @Override
    public List<Held> held(TenantId tenant) {
        return tables.stream()
                .map(it -> Held.rows(it.table(), count(it, tenant)))
                .filter(it -> it.count() > 0)
                .toList();
    }

    @Override
    public void erase(TenantId tenant) {
        tables.forEach(it -> sql.write(it.removing(), tenant.value()));
    }

    private long count(Of it, TenantId tenant) {
        return sql.read(it.counting(), row -> row.getLong(1), tenant.value()).getFirst();
    }
}
