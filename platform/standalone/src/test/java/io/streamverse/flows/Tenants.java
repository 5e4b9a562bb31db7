package io.streamverse.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Eventually;
import java.util.List;

/// What the databases hold of tenants: whole ones only, once what was given up has been cleared away.
final class Tenants {
    private static final String UNFINISHED = "SELECT id FROM control.tenant WHERE state <> 'ACTIVE'";
    private static final String EXPECTED = """
            SELECT 't_' || substr(t.id, 5) || CASE s.environment WHEN 'test' THEN '_test' ELSE '' END
            FROM control.tenant t JOIN control.tenant_space s ON s.tenant_id = t.id
            """;

    /// Roles are of all databases together, and other tests of this JVM have servers of their own.
    private static final String ROLES = """
            SELECT rolname FROM pg_roles WHERE rolname ~ '^t_' AND NOT EXISTS (
                SELECT FROM pg_shdepend d JOIN pg_database b ON b.oid = d.dbid
                WHERE d.refobjid = pg_roles.oid AND b.datname <> current_database())
            """;

    private Tenants() {}

    static List<String> ids() {
        return Ground.ask("SELECT id FROM control.tenant WHERE state = 'ACTIVE'");
    }

    /// As the operator sees them.
    static List<String> listed(String slug) {
        var page = Ground.operator().get("/operator/v1/tenants?slug=" + slug);
        return page.body().get("data").findValuesAsText("id");
    }

    static void assertNoneIsHalfThere() {
        Eventually.is("what was given up is cleared away", () -> {
            Ground.operator().post("/operator/v1/schedules/server.tenants.clear-unfinished/runs", "");
            return Ground.ask(UNFINISHED).isEmpty();
        });
        var expected = Ground.ask(EXPECTED);
        assertThat(Ground.ask("SELECT nspname FROM pg_namespace WHERE nspname ~ '^t_'"))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(Ground.ask(ROLES)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(Ground.ask("SELECT tenant_id FROM control.tenant_space WHERE environment = 'live'"))
                .containsExactlyInAnyOrderElementsOf(ids());
        assertThat(expected)
                .allSatisfy(schema -> assertThat(Ground.ask("SELECT name FROM " + schema + ".branding"))
                        .hasSize(1));
    }
}
