package io.streamverse.kernel.tenancy;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.inject.qualifiers.Qualifiers;
import io.streamverse.kernel.database.PoolConfig;
import io.streamverse.kernel.database.Pools;
import io.streamverse.testkit.Stage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Two connections, and more tenants than that.
class StandingPoolIT {
    private static final int CONNECTIONS = 2;
    private static final int VISITS = 3;
    private final StandingPool pool = pool();

    @AfterEach
    void handBack() {
        pool.endAll();
    }

    @Test
    void aTenantComesBackToTheBackEndThatKnowsIt() throws SQLException {
        record Visit(String schema, String backEnd) {}
        var visits = new ArrayList<Visit>();
        for (int visit = 0; visit < VISITS; visit++) {
            for (var schema : List.of("t_a", "t_b", "t_c", "t_d", "t_e")) {
                visits.add(new Visit(schema, backEndOf(schema)));
            }
        }

        var backEnds = visits.stream().collect(groupingBy(Visit::schema, mapping(Visit::backEnd, toSet())));
        assertThat(backEnds.values()).allSatisfy(it -> assertThat(it).hasSize(1));
        assertThat(backEnds.values().stream().flatMap(Set::stream).distinct()).hasSize(CONNECTIONS);
    }

    @Test
    void whereItsBackEndIsAtWorkAnotherServesIt() throws SQLException {
        backEndOf("t_a");
        backEndOf("t_b");
        var home = backEndOf("t_a");

        try (var _ = pool.lend("t_a")) {
            assertThat(backEndOf("t_a")).isNotEqualTo(home);
        }
    }

    private String backEndOf(String schema) throws SQLException {
        try (var connection = pool.lend(schema)) {
            ask(connection, "SELECT set_config('search_path', '%s', false)".formatted(schema));
            return ask(connection, "SELECT pg_backend_pid()::text");
        }
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static StandingPool pool() {
        var server = Stage.shared().server().getApplicationContext();
        var config =
                server.getBean(PoolConfig.class, Qualifiers.byName("tenants")).asOnePoolOf(CONNECTIONS);
        var beneath = server.getBean(Pools.class).open(config, "standing");
        return new StandingPool(HostDatabase.MAIN, beneath, CONNECTIONS);
    }
}
