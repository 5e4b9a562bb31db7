package io.streamverse.kernel.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// One environment's schema, copied table by table: prepared while its owner still writes, and filled once nobody does.
final class SchemaCopy {
    private static final String SCRIPTS =
            "SELECT string_agg(script, ' ' ORDER BY script) FROM flyway_schema_history WHERE success";

    private static final String FOREIGN_KEYS = """
            SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) FROM pg_constraint
            WHERE contype = 'f' AND connamespace = current_schema()::regnamespace
            """;

    private static final String COLUMNS = """
            SELECT c.oid::regclass::text, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum)
            FROM pg_class c
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
            WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
            GROUP BY c.oid
            ORDER BY 1
            """;

    private static final String SEQUENCES = """
            SELECT quote_ident(sequencename), last_value FROM pg_sequences
            WHERE schemaname = current_schema() AND last_value IS NOT NULL
            """;

    private final Connection source;
    private final Connection target;
    private final TenantSpace space;
    private final List<String> foreignKeys = new ArrayList<>();

    SchemaCopy(Connection source, Connection target, TenantSpace space) {
        this.source = source;
        this.target = target;
        this.space = space;
    }

    TenantSpace space() {
        return space;
    }

    /// An empty schema of the same form, whatever an earlier try left. Foreign keys come back when all rows are there.
    void prepare(String creation) throws SQLException {
        run(
                target,
                "DROP SCHEMA IF EXISTS %1$s CASCADE; DELETE FROM plumbing.fence WHERE role = '%1$s'"
                        .formatted(space.schema()));
        run(target, creation);
        enter(source);
        enter(target);
        if (!ask(source, SCRIPTS).equals(ask(target, SCRIPTS))) {
            throw new IllegalStateException(space + " is not up to date, or ahead of this server");
        }
        for (var key : rows(target, FOREIGN_KEYS)) {
            run(target, "ALTER TABLE %s DROP CONSTRAINT %s".formatted(key.get(0), key.get(1)));
            foreignKeys.add("ALTER TABLE %s ADD CONSTRAINT %s %s".formatted(key.get(0), key.get(1), key.get(2)));
        }
        run(target, "TRUNCATE " + String.join(", ", columns(target).keySet()));
    }

    static void lockTables(Connection source, TenantSpace space) throws SQLException {
        enter(source, space);
        run(
                source,
                "LOCK TABLE %s IN SHARE MODE"
                        .formatted(String.join(", ", columns(source).keySet())));
    }

    long copy() throws SQLException {
        enter(source);
        enter(target);
        var columns = columns(source);
        var wanted = digests(source, columns.keySet());
        var copied = 0L;
        for (var table : columns.entrySet()) {
            if (!wanted.getOrDefault(table.getKey(), "").startsWith("0 ")) {
                var list = "%s (%s)".formatted(table.getKey(), table.getValue());
                copied += Piped.rows(
                        source, "COPY %s TO STDOUT".formatted(list), target, "COPY %s FROM STDIN".formatted(list));
            }
        }
        for (var sequence : rows(source, SEQUENCES)) {
            run(target, "SELECT setval('%s', %s)".formatted(sequence.get(0), sequence.get(1)));
        }
        for (var key : foreignKeys) {
            run(target, key);
        }
        var found = digests(target, columns.keySet());
        if (!found.equals(wanted)) {
            throw new IllegalStateException("The copy of %s differs: %s, not %s".formatted(space, found, wanted));
        }
        return copied;
    }

    /// Of each table how many rows it has, and the sum of their hashes: whatever order they come in.
    private static Map<String, String> digests(Connection connection, Iterable<String> tables) throws SQLException {
        var query = new ArrayList<String>();
        for (var table : tables) {
            query.add("""
                    SELECT '%1$s', count(*) || ' ' || coalesce(sum(('x' || left(md5(t::text), 15))::bit(60)::bigint), 0)
                    FROM %1$s t
                    """.formatted(table));
        }
        return rows(connection, String.join("UNION ALL ", query)).stream()
                .collect(Collectors.toMap(List::getFirst, List::getLast));
    }

    /// Of each table what its columns are, but for those that PostgreSQL computes.
    private static Map<String, String> columns(Connection connection) throws SQLException {
        var columns = new LinkedHashMap<String, String>();
        rows(connection, COLUMNS).forEach(it -> columns.put(it.getFirst(), it.getLast()));
        return columns;
    }

    private void enter(Connection connection) throws SQLException {
        enter(connection, space);
    }

    private static void enter(Connection connection, TenantSpace space) throws SQLException {
        run(connection, "SET LOCAL search_path = " + space.schema());
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        return rows(connection, sql).getFirst().getFirst();
    }

    private static List<List<String>> rows(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<List<String>>();
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    row.add(rows.getString(column));
                }
                found.add(row);
            }
            return found;
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
