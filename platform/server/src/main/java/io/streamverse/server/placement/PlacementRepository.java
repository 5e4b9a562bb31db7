package io.streamverse.server.placement;

import io.streamverse.kernel.database.Sql;
import io.streamverse.kernel.tenancy.HostDatabase;
import io.streamverse.kernel.tenancy.Placements.Place;
import io.streamverse.kernel.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A tenant without a row is in the first database.
@Singleton
class PlacementRepository {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private final Sql sql;

    PlacementRepository(Sql sql) {
        this.sql = sql;
    }

    void put(TenantId tenant, String database) {
        sql.write("INSERT INTO control.placement (tenant_id, database) VALUES (?, ?)", tenant.value(), database);
    }

    Place of(TenantId tenant) {
        var statement = "SELECT database, moving FROM control.placement WHERE tenant_id = ?";
        return sql.read(statement, PlacementRepository::place, tenant.value()).stream()
                .findFirst()
                .orElse(Place.in(HostDatabase.MAIN));
    }

    void leaves(TenantId tenant, String database) {
        var statement = """
                INSERT INTO control.placement (tenant_id, database, moving) VALUES (?, ?, true)
                ON CONFLICT (tenant_id) DO UPDATE SET moving = true
                """;
        sql.write(statement, tenant.value(), database);
    }

    void stays(TenantId tenant) {
        sql.write("UPDATE control.placement SET moving = false WHERE tenant_id = ?", tenant.value());
    }

    void endMoves(TenantId tenant) {
        var statement = """
                UPDATE control.tenant_move SET state = 'FAILED', reason = 'The tenant is being erased'
                WHERE tenant_id = ? AND state NOT IN ('DONE', 'FAILED')
                """;
        sql.write(statement, tenant.value());
        stays(tenant);
    }

    void arrives(TenantId tenant, String database) {
        sql.write(
                "UPDATE control.placement SET database = ?, moving = false WHERE tenant_id = ?",
                database,
                tenant.value());
    }

    private static Place place(ResultSet row) throws SQLException {
        var database = row.getString("database");
        return row.getBoolean("moving") ? Place.moving(database, PAUSE) : Place.in(database);
    }

    List<String> databasesInUse() {
        return sql.read("SELECT DISTINCT database FROM control.placement", row -> row.getString(1));
    }

    /// How many tenants each database holds, those included that are being made there.
    Map<String, Integer> tenants() {
        var statement = """
                SELECT coalesce(p.database, 'main') AS database, count(*) AS tenants
                FROM control.tenant t LEFT JOIN control.placement p ON p.tenant_id = t.id
                WHERE p.tenant_id IS NOT NULL OR t.state = 'ACTIVE'
                GROUP BY 1
                """;
        var counted = new HashMap<String, Integer>();
        sql.read(statement, row -> counted.put(row.getString("database"), row.getInt("tenants")));
        return counted;
    }
}
