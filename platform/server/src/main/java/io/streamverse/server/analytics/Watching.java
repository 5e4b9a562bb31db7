package io.streamverse.server.analytics;

import static java.util.stream.Collectors.joining;

import io.micronaut.context.annotation.Requires;
import io.streamverse.kernel.erasure.Held;
import io.streamverse.kernel.erasure.Store;
import io.streamverse.kernel.tenancy.TenantId;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/// What a tenant's players told, and the sums of it: every table with a `space`.
@Singleton
@Requires(property = "analytics.url")
class Watching implements Store {
    private static final String TABLES = """
            SELECT table FROM system.columns
            WHERE database = {database:String} AND name = 'space'
              AND table IN (SELECT name FROM system.tables WHERE database = {database:String} AND engine LIKE '%MergeTree')
            ORDER BY table
            """;
    private static final String TSV = "TSV";
    private final ClickHouse clickHouse;
    private final Tables tables;

    Watching(ClickHouse clickHouse, Tables tables) {
        this.clickHouse = clickHouse;
        this.tables = tables;
    }

    @Override
    public String name() {
        return "clickhouse";
    }

    @Override
    public List<Held> held(TenantId tenant) {
        tables.demand();
        return names().stream()
                .map(it -> Held.rows(it, count(it, tenant)))
                .filter(it -> it.count() > 0)
                .toList();
    }

    /// Answers when the rows are gone, not when they are marked.
    @Override
    public void erase(TenantId tenant) {
        tables.demand();
        names().stream()
                .filter(it -> count(it, tenant) > 0)
                .forEach(it -> clickHouse.run("ALTER TABLE %s DELETE WHERE space IN (%s) SETTINGS mutations_sync = 2"
                        .formatted(it, spaces(tenant))));
    }

    private List<String> names() {
        return clickHouse
                .ask(TABLES, Map.of("database", clickHouse.database()), TSV)
                .lines()
                .toList();
    }

    private long count(String table, TenantId tenant) {
        var sql = "SELECT count() FROM %s WHERE space IN (%s)".formatted(table, spaces(tenant));
        return Long.parseLong(clickHouse.ask(sql, Map.of(), TSV).strip());
    }

    /// A tenant's id needs no escape.
    private static String spaces(TenantId tenant) {
        return List.of(TenantSpace.live(tenant), TenantSpace.test(tenant)).stream()
                .map("'%s'"::formatted)
                .collect(joining(", "));
    }
}
