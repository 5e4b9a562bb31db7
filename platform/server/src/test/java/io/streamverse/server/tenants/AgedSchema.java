package io.streamverse.server.tenants;

import io.streamverse.kernel.tenancy.TenantSpace;
import io.streamverse.testkit.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Makes an environment's schema anew as the first release would have left it, with a name in its branding.
record AgedSchema(Stage stage, TenantSpace space) {
    private static final String FIRST = "V20261120_1403__branding_create.sql";

    static AgedSchema of(Stage stage, TenantSpace space) {
        var aged = new AgedSchema(stage, space);
        stage.run("""
                DROP SCHEMA %1$s CASCADE;
                CREATE SCHEMA %1$s AUTHORIZATION sv_control;
                SET ROLE sv_control;
                GRANT USAGE ON SCHEMA %1$s TO %1$s;
                ALTER DEFAULT PRIVILEGES IN SCHEMA %1$s GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO %1$s;
                ALTER DEFAULT PRIVILEGES IN SCHEMA %1$s GRANT USAGE ON SEQUENCES TO %1$s;
                SET search_path = %1$s;
                %2$s;
                CREATE TABLE flyway_schema_history (LIKE tenant_template.flyway_schema_history INCLUDING ALL);
                REVOKE ALL ON flyway_schema_history FROM %1$s;
                INSERT INTO flyway_schema_history
                SELECT * FROM tenant_template.flyway_schema_history WHERE script = '%3$s';
                INSERT INTO branding (id, name, primary_color, background_color, version)
                VALUES (1, 'Of old', '#112233', '#445566', 3);
                UPDATE control.tenant_space SET schema_version = '20261120_1403', migration_error = NULL
                WHERE tenant_id = '%4$s' AND environment = '%5$s';
                """.formatted(
                        space.schema(),
                        script(),
                        FIRST,
                        space.tenant().value(),
                        space.environment().label()));
        return aged;
    }

    /// A table of a later release is there already, and is another.
    AgedSchema blocked() {
        stage.run("CREATE TABLE %s.viewer (nothing text)".formatted(space.schema()));
        return this;
    }

    void unblock() {
        stage.run("DROP TABLE %s.viewer".formatted(space.schema()));
    }

    /// What the schema consists of, its own name left out.
    static List<String> form(Stage stage, TenantSpace space) {
        var rows = stage.ask("""
                SELECT string_agg(line, chr(10) ORDER BY line) FROM (
                    SELECT format('%%s.%%s %%s %%s %%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
                        (SELECT pg_get_expr(d.adbin, d.adrelid) FROM pg_attrdef d WHERE d.adrelid = c.oid AND d.adnum = a.attnum))
                        AS line
                    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                    WHERE c.relnamespace = '%1$s'::regnamespace AND c.relkind IN ('r', 'i', 'S', 'v')
                    UNION ALL
                    SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
                    WHERE connamespace = '%1$s'::regnamespace
                    UNION ALL
                    SELECT indexdef FROM pg_indexes WHERE schemaname = '%1$s'
                    UNION ALL
                    SELECT relname || ' ' || coalesce(relacl::text, '') FROM pg_class
                    WHERE relnamespace = '%1$s'::regnamespace AND relkind IN ('r', 'S')
                    UNION ALL
                    SELECT 'history ' || script FROM %1$s.flyway_schema_history) lines
                """.formatted(space.schema()));
        return String.valueOf(rows).replace(space.schema(), "here").lines().toList();
    }

    private static String script() {
        try (var file = AgedSchema.class.getResourceAsStream("/db/tenant/" + FIRST)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
