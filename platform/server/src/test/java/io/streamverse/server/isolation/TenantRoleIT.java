package io.streamverse.server.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What PostgreSQL itself refuses, whatever our code asks of it. `$A` and `$B` are two tenants' schemas and roles,
/// `$a` and `$b` what they are called in events.
class TenantRoleIT {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final Stage STAGE = Stage.shared();
    private static final TestTenant A = STAGE.tenant();
    private static final TestTenant B = STAGE.tenant();

    private final Connection connection = STAGE.tenantLogin();

    @BeforeEach
    void actAsA() throws SQLException {
        A.test().get("/v1/branding");
        run("SELECT set_config('search_path', '$A', false), set_config('role', '$A', false)");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void itsOwnRowsAreThere() throws SQLException {
        run("UPDATE branding SET name = name");
        run("SELECT plumbing.emit('evt_1', 'branding.v1', 'x', 'BrandingChanged', '$a', '{}', null, now())");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM $B.branding",
                "INSERT INTO $B.branding SELECT * FROM branding",
                "UPDATE $B.branding SET name = ''",
                "DELETE FROM $B.branding",
                "TRUNCATE $B.branding",
                "SELECT * FROM $A_test.branding",
                "SELECT * FROM tenant_template.branding",
                "SELECT * FROM $A.flyway_schema_history",
                "SELECT * FROM plumbing.outbox",
                "SELECT * FROM plumbing.inbox",
                "SELECT * FROM plumbing.idempotency",
                "SELECT * FROM plumbing.dead_letter",
                "SELECT * FROM plumbing.schedule",
                "DELETE FROM plumbing.outbox",
                "INSERT INTO plumbing.inbox VALUES ('server.tenants', 'evt_1')",
                "SELECT * FROM plumbing.flyway_schema_history",
                "SELECT * FROM control.tenant",
                "SELECT * FROM control.api_key",
                "SELECT * FROM control.api_key_secret"
            })
    void othersRowsAreRefused(String sql) {
        refused(sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT plumbing.emit('evt_1', 'branding.v1', 'x', 'BrandingChanged', '$b', '{}', null, now())",
                "SELECT plumbing.emit('evt_1', 'branding.v1', 'x', 'BrandingChanged', '$a-test', '{}', null, now())",
                "SELECT plumbing.emit('evt_1', 'branding.v1', 'x', 'BrandingChanged', '', '{}', null, now())",
                "SELECT plumbing.emit('evt_1', 'branding.v1', 'x', 'BrandingChanged', null, '{}', null, now())",
                "SELECT * FROM plumbing.begin_idempotent('$b', 'key_1', 'POST /', 'k', 'f')",
                "SELECT * FROM plumbing.look_idempotent('$b', 'key_1', 'POST /', 'k')",
                "SELECT * FROM plumbing.look_idempotent('', 'operator', 'POST /', 'k')",
                "SELECT * FROM plumbing.look_idempotent(null, 'operator', 'POST /', 'k')",
                "SELECT plumbing.finish_idempotent('$b', 'key_1', 'POST /', 'k', 200, 'forged')",
                "SELECT plumbing.take('server.probe', 'evt_1', '$b:x')",
                "SELECT plumbing.caller()",
                "SELECT plumbing.claim('$b')"
            })
    void nobodySpeaksForAnother(String sql) {
        refused(sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE $A.mine ()",
                "CREATE TABLE $B.mine ()",
                "CREATE TABLE plumbing.mine ()",
                "CREATE TABLE control.mine ()",
                "CREATE TABLE public.mine ()",
                "CREATE TEMP TABLE mine ()",
                "CREATE SCHEMA mine",
                "CREATE ROLE mine",
                "CREATE FUNCTION $A.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                "ALTER TABLE branding ADD COLUMN mine int",
                "DROP TABLE branding",
                "DROP SCHEMA $A CASCADE",
                "SET ROLE sv_control",
                "SET ROLE postgres",
                "SET SESSION AUTHORIZATION sv_control",
                "COPY branding TO '/tmp/branding'",
                "SELECT pg_read_file('postgresql.conf')",
                "SELECT pg_ls_dir('.')"
            })
    void aTenantsRoleBuildsNothing(String sql) {
        refused(sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM $A.branding",
                "SELECT plumbing.emit('evt_1', 'branding.v1', 'x', 'BrandingChanged', '$a', '{}', null, now())",
                "SELECT plumbing.emit('evt_1', 'branding.v1', 'x', 'BrandingChanged', '', '{}', null, now())",
                "SELECT plumbing.take('server.tenants', 'evt_1', 'x')",
                "SELECT plumbing.take_again('server.tenants', 'evt_1')",
                "SELECT * FROM plumbing.begin_idempotent('$a', 'key_1', 'POST /', 'k', 'f')",
                "CREATE TEMP TABLE mine ()",
                "CREATE TABLE public.mine ()"
            })
    void withoutARoleNothingWorks(String sql) throws SQLException {
        run("RESET ROLE");

        refused(sql);
    }

    @Test
    void anEventMarkedAsTakenByATenantIsStillNewToAnother() throws SQLException {
        assertThat(ask("SELECT plumbing.take_again('server.probe', 'evt_of_b')"))
                .isEqualTo("new");

        run("RESET ROLE; SET ROLE $B");

        assertThat(ask("SELECT plumbing.take_again('server.probe', 'evt_of_b')"))
                .isEqualTo("new");
    }

    /// The login serves every tenant, so it may act as each of them: the roles stop a wrong query, not somebody who can
    /// send statements of their own. That is why no statement is ever put together from what a caller sent.
    @Test
    void theLoginMayChangeFromTenantToTenant() {
        assertThatCode(() -> run("SET ROLE $B; SELECT * FROM $B.branding")).doesNotThrowAnyException();
    }

    @Test
    void aRollbackTakesRoleAndPathBackTogether() throws SQLException {
        connection.setAutoCommit(false);
        connection.commit();
        run("SELECT set_config('search_path', '$B', false), set_config('role', '$B', false)");
        connection.rollback();

        assertThat(ask("SELECT current_schema() || ' ' || current_user")).isEqualTo(filled("$A $A"));
    }

    private void refused(String sql) {
        assertThatThrownBy(() -> run(sql))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        e -> assertThat(e.getSQLState()).as(e.getMessage()).isEqualTo(INSUFFICIENT_PRIVILEGE));
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(filled(sql));
        }
    }

    private String ask(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(filled(sql))) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String filled(String sql) {
        return sql.replace("$A", A.liveSpace().schema())
                .replace("$B", B.liveSpace().schema())
                .replace("$a-test", A.testSpace().toString())
                .replace("$a", A.liveSpace().toString())
                .replace("$b", B.liveSpace().toString());
    }
}
