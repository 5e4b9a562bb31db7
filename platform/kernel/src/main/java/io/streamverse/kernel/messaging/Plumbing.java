package io.streamverse.kernel.messaging;

import io.micronaut.context.annotation.Requires;
import io.streamverse.kernel.database.Sql;
import io.streamverse.kernel.erasure.Held;
import io.streamverse.kernel.erasure.Store;
import io.streamverse.kernel.erasure.Tables;
import io.streamverse.kernel.erasure.Tables.Of;
import io.streamverse.kernel.tenancy.HostDatabases;
import io.streamverse.kernel.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;

/// What events and requests of a tenant left, in every database that it may have been in. Its events that wait to be
/// sent are sent, and dead letters of usage wait until they are booked: both are money.
@Singleton
@Requires(property = "database.control.url")
class Plumbing implements Store {
    private static final List<Of> TABLES = List.of(
            new Of("plumbing.inbox", Tables.BY_SPACE),
            new Of("plumbing.dead_letter", "tenant = ? AND topic <> 'usage.v1'"),
            new Of("plumbing.idempotency", "strpos(tenant || ' ' || route || ' ' || key, ?) > 0"),
            new Of("plumbing.fence", "strpos(?, substr(role, 3, 26)) > 0"));
    private final Tables own;
    private final HostDatabases hosts;

    Plumbing(Sql sql, HostDatabases hosts) {
        this.own = new Tables(sql, name(), TABLES);
        this.hosts = hosts;
    }

    @Override
    public String name() {
        return "plumbing";
    }

    @Override
    public List<Held> held(TenantId tenant) {
        var counts = new LinkedHashMap<String, Long>();
        own.held(tenant).forEach(it -> counts.put(it.what(), it.count()));
        inFurther((connection, table) -> counts.merge(table.table(), table.count(connection, tenant), Long::sum));
        return counts.entrySet().stream()
                .filter(it -> it.getValue() > 0)
                .map(it -> Held.rows(it.getKey(), it.getValue()))
                .toList();
    }

    @Override
    public void erase(TenantId tenant) {
        own.erase(tenant);
        inFurther((connection, table) -> table.erase(connection, tenant));
    }

    private interface Act {
        void on(Connection connection, Of table) throws SQLException;
    }

    private void inFurther(Act act) {
        for (var host : hosts.further()) {
            host.asOwner(connection -> {
                for (var table : TABLES) {
                    act.on(connection, table);
                }
                return host;
            });
        }
    }
}
