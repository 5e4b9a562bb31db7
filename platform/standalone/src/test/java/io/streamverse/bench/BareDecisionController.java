package io.streamverse.bench;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.database.PoolConfig;
import io.streamverse.kernel.database.Pools;
import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.redis.Redis;
import io.streamverse.kernel.redis.Script;
import io.streamverse.kernel.security.ForGuests;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.inject.Named;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

/// The least that a decision rests on, behind the same filters: three rows read one after another, a place taken in
/// Redis, and two rows written in one transaction; no tenant, no rules, no repository, and nobody told.
@Hidden
@Controller("/viewer/v1/bare-decisions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "app", value = "server")
@Requires(property = HelloController.SWITCH)
class BareDecisionController {
    private static final int ROWS = 4_000;
    private static final Script TAKE = new Script("""
            redis.call('ZADD', KEYS[1], ARGV[1], ARGV[2])
            redis.call('PEXPIRE', KEYS[1], 60000)
            return redis.call('ZRANGE', KEYS[1], 0, 0)
            """);

    private final DataSource pool;
    private final Redis redis;
    private final Ids ids;

    BareDecisionController(@Named("control") PoolConfig config, Pools pools, Redis redis, Ids ids) throws SQLException {
        this.redis = redis;
        this.ids = ids;
        pool = pools.open(config, "bare-decisions");
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE IF NOT EXISTS bare_row AS
                        SELECT number AS id, repeat('x', 400) AS body FROM generate_series(0, %d) AS number;
                    CREATE UNIQUE INDEX IF NOT EXISTS bare_row_id ON bare_row (id);
                    CREATE TABLE IF NOT EXISTS bare_start (id text PRIMARY KEY, body text NOT NULL);
                    CREATE TABLE IF NOT EXISTS bare_told (id text PRIMARY KEY, body text NOT NULL)
                    """.formatted(ROWS));
        }
    }

    @Post
    @Status(HttpStatus.CREATED)
    @ForGuests
    Map<String, String> decide(@Body Map<String, Object> wish) throws SQLException {
        var id = ids.next("pbs");
        var body = "";
        for (int i = 0; i < 3; i++) {
            body = row(Math.floorMod(id.hashCode() + i, ROWS));
        }
        redis.run(TAKE, "bare:" + id, "1", id);
        begin(id, body);
        return Map.of("sessionId", id, "manifests", body, "token", body);
    }

    private String row(int number) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.prepareStatement("SELECT body FROM bare_row WHERE id = ?")) {
            statement.setInt(1, number);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private void begin(String id, String body) throws SQLException {
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            insert(connection, "INSERT INTO bare_start VALUES (?, ?)", id, body);
            insert(connection, "INSERT INTO bare_told VALUES (?, ?)", id, body);
            connection.commit();
        }
    }

    private static void insert(Connection connection, String sql, String id, String body) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, id);
            statement.setString(2, body);
            statement.executeUpdate();
        }
    }
}
