package io.streamverse.server.playback;

import io.streamverse.kernel.tenancy.TenantSpace;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.util.List;

/// What a tenant has in the database, in one word: whoever changes anything of it changes this.
final class Digest {
    /// What moves by itself: read marks, counts, sweeps, answers kept for repeated requests.
    private static final String MOVES = "'flyway_schema_history', 'quota', 'budget', 'viewer_attempt'";

    private Digest() {}

    static String of(Stage stage, TestTenant tenant) {
        return String.join(
                " ", List.of(of(stage, tenant.liveSpace()), String.valueOf(stage.ask("""
                        SELECT md5(string_agg(it, ' ' ORDER BY it)) FROM (
                            SELECT t::text AS it FROM control.tenant t WHERE id = '%1$s'
                            UNION ALL SELECT (to_jsonb(k) - 'last_used_at')::text FROM control.api_key k WHERE tenant_id = '%1$s') rows
                        """.formatted(tenant.id())))));
    }

    private static String of(Stage stage, TenantSpace space) {
        var query = stage.ask("""
                SELECT string_agg(format('SELECT %%L || md5(coalesce(string_agg(t::text, chr(10) ORDER BY t::text), %%L)) AS it FROM %1$s.%%I t',
                    tablename || ' ', '', tablename), ' UNION ALL ')
                FROM pg_tables WHERE schemaname = '%1$s' AND tablename NOT IN (%2$s)
                """.formatted(space.schema(), MOVES));
        return String.valueOf(stage.ask("SELECT string_agg(it, ' ' ORDER BY it) FROM (%s) rows".formatted(query)));
    }
}
