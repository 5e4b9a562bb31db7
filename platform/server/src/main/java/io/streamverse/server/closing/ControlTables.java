package io.streamverse.server.closing;

import io.streamverse.kernel.database.Sql;
import io.streamverse.kernel.erasure.Held;
import io.streamverse.kernel.erasure.Remainder;
import io.streamverse.kernel.erasure.Store;
import io.streamverse.kernel.erasure.Tables;
import io.streamverse.kernel.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/// Every control table with a `tenant_id`, and by cascade what hangs on its rows. Kept is the erasure itself; the
/// environments go with their schemas, and where they are with the tenant's own row.
@Singleton
class ControlTables implements Store {
    private static final String NAMES = """
            SELECT 'control.' || c.relname FROM pg_class c
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
            WHERE c.relnamespace = 'control'::regnamespace AND c.relkind = 'r'
              AND c.relname NOT IN ('erasure', 'tenant_space', 'placement', 'tenant_move')
            ORDER BY 1
            """;
    private final Sql sql;
    private final ClosingConfig config;

    ControlTables(Sql sql, ClosingConfig config) {
        this.sql = sql;
        this.config = config;
    }

    @Override
    public String name() {
        return "control";
    }

    @Override
    public int getOrder() {
        return WRITERS;
    }

    @Override
    public List<Held> held(TenantId tenant) {
        return tables().held(tenant);
    }

    @Override
    public void erase(TenantId tenant) {
        tables().erase(tenant);
    }

    @Override
    public List<Remainder> remains(TenantId tenant, Instant removedAt) {
        return List.of(
                Remainder.kept(
                        "control.erasure", "The proof that it was erased: its id and slug, and this certificate"),
                new Remainder(
                        "control.slug_hold",
                        removedAt.plus(config.holdSlug()),
                        "The slug, so that no stranger inherits its links"),
                new Remainder(
                        "backups",
                        removedAt.plus(config.backups()),
                        "Copies of databases and objects made before; who restores one erases again"),
                new Remainder(
                        "logs of servers and edges",
                        removedAt.plus(config.logs()),
                        "Lines with the tenant's id, for as long as the operator keeps logs"));
    }

    private Tables tables() {
        var names = sql.read(NAMES, row -> row.getString(1)).toArray(String[]::new);
        return Tables.with(sql, name(), Tables.BY_TENANT, names);
    }
}
