package io.streamverse.bench;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.database.PoolConfig;
import io.streamverse.kernel.database.Pools;
import io.streamverse.kernel.security.RequiredScope;
import io.streamverse.kernel.security.Scope;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.inject.Named;
import java.sql.SQLException;
import javax.sql.DataSource;

/// The hello with the least that a row costs: a connection of a plain pool, one prepared statement, no tenant.
@Hidden
@Controller("/v1/bare-read")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "app", value = "server")
@Requires(property = HelloController.SWITCH)
class BareReadController {
    private final DataSource pool;

    BareReadController(@Named("control") PoolConfig config, Pools pools) throws SQLException {
        pool = pools.open(config, "bare");
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS bare_read AS"
                            + " SELECT 'Aurora' AS name, '#3d5afe' AS primary_color, '#0b0d12' AS background_color, 0 AS version");
        }
    }

    @Get
    @RequiredScope(Scope.BRANDING_READ)
    HttpResponse<HelloController.Hello> get() throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.prepareStatement(
                        "SELECT name, primary_color, background_color, version FROM bare_read");
                var rows = statement.executeQuery()) {
            rows.next();
            return HttpResponse.ok(new HelloController.Hello(rows.getString(1), rows.getString(2), rows.getString(3)))
                    .header("ETag", "\"" + rows.getLong(4) + "\"");
        }
    }
}
