package io.streamverse.kernel.erasure;

import io.streamverse.kernel.database.Sql;
import io.streamverse.kernel.tenancy.TenantId;
import java.util.List;

/// Rows of the app's own database, each table with the condition that finds a tenant's, in the order of removal. The
/// condition asks for the id once.
public record Tables(Sql sql, String name, List<Of> tables) implements Store {
    public static final String BY_SPACE = "split_part(space, ':', 1) = ?";
    public static final String BY_TENANT = "tenant_id = ?";

    public record Of(String table, String condition) {}

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
        tables.forEach(
                it -> sql.write("DELETE FROM %s WHERE %s".formatted(it.table(), it.condition()), tenant.value()));
    }

    private long count(Of it, TenantId tenant) {
        return sql.read(
                        "SELECT count(*) FROM %s WHERE %s".formatted(it.table(), it.condition()),
                        row -> row.getLong(1),
                        tenant.value())
                .getFirst();
    }
}
