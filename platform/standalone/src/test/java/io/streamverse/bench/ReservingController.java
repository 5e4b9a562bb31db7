package io.streamverse.bench;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.database.PoolConfig;
import io.streamverse.kernel.database.Pools;
import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.security.RequiredScope;
import io.streamverse.kernel.security.Scope;
import io.streamverse.server.limits.Claim;
import io.streamverse.server.limits.Limits;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;

/// Reserves for whoever calls, and notes how long that took from before its transaction until behind the commit. Beside
/// it the least that a commit takes: one row, one statement, no tenant.
@Hidden
@Controller("/v1/bench-reservations")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "app", value = "server")
@Requires(property = HelloController.SWITCH)
class ReservingController {
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final Limits limits;
    private final Ids ids;
    private final DataSource pool;

    ReservingController(Limits limits, Ids ids, @Named("control") PoolConfig config, Pools pools) throws SQLException {
        this.limits = limits;
        this.ids = ids;
        pool = pools.open(config, "bare-commits");
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS bare_commit (id text PRIMARY KEY)");
        }
    }

    @Get
    @RequiredScope(Scope.QUOTAS_WRITE)
    Taken reserve() {
        var claim = new Claim("transcode.gpu", BigDecimal.ONE, "bench", ids.next("job"), Duration.ofMinutes(1));
        var began = System.nanoTime();
        var reservation = limits.reserve(claim);
        var took = System.nanoTime() - began;
        nanos.add(took);
        limits.release(reservation.id());
        return new Taken(1, took, took);
    }

    @Get("/bare")
    @RequiredScope(Scope.QUOTAS_WRITE)
    Taken commit() throws SQLException {
        var id = ids.next("job");
        var began = System.nanoTime();
        try (var connection = pool.getConnection();
                var statement = connection.prepareStatement("INSERT INTO bare_commit VALUES (?)")) {
            statement.setString(1, id);
            statement.executeUpdate();
        }
        var took = System.nanoTime() - began;
        nanos.add(took);
        remove(id);
        return new Taken(1, took, took);
    }

    /// The disk has as much to do as where a reservation is released.
    private void remove(String id) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.prepareStatement("DELETE FROM bare_commit WHERE id = ?")) {
            statement.setString(1, id);
            statement.executeUpdate();
        }
    }

    /// Of all since the last time this was asked.
    @Get("/taken")
    @RequiredScope(Scope.QUOTAS_READ)
    Taken taken() {
        var all = nanos.stream().sorted().toList();
        nanos.clear();
        return new Taken(all.size(), all.get(all.size() / 2), all.get(all.size() * 99 / 100));
    }

    record Taken(int count, long median, long p99) {}
}
