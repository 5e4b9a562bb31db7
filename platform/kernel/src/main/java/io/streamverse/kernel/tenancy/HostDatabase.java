package io.streamverse.kernel.tenancy;

import com.zaxxer.hikari.HikariDataSource;
import io.streamverse.kernel.problem.Unavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/// A database that holds tenants' schemas: the pools in which tenants act, and the connections of its owner, who makes
/// their schemas. While it is away it refuses at once, so that nobody waits for it.
public final class HostDatabase {
    /// The one that schema `control` is in, too.
    public static final String MAIN = "main";

    private static final Duration NOT_AGAIN_WITHIN = Duration.ofSeconds(5);
    private final String name;
    private final String login;
    private final int most;
    private final List<StandingPool> pools;
    private final HikariDataSource owner;
    private volatile boolean away;

    HostDatabase(String name, String login, int most, List<StandingPool> pools, HikariDataSource owner) {
        this.name = name;
        this.login = login;
        this.most = most;
        this.pools = pools;
        this.owner = owner;
    }

    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    public String name() {
        return name;
    }

    public boolean isMain() {
        return name.equals(MAIN);
    }

    /// How many schemas it takes.
    public int most() {
        return most;
    }

    public boolean isAway() {
        return away;
    }

    /// As its owner, in a transaction of its own.
    public <T> T asOwner(Work<T> work) {
        demandHere();
        try (var connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                rollback(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(name + ": " + e.getMessage(), e);
        }
    }

    private static void rollback(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    Connection lend(TenantSpace space) throws SQLException {
        demandHere();
        return pools.get(Math.floorMod(space.tenant().hashCode(), pools.size())).lend(space.schema());
    }

    /// The login that may act in the tenants' roles.
    String login() {
        return login;
    }

    void goesAway() {
        away = true;
    }

    void comesBack() {
        away = false;
    }

    HikariDataSource owner() {
        return owner;
    }

    void endUnused() {
        pools.forEach(StandingPool::endUnused);
    }

    void endAll() {
        pools.forEach(StandingPool::endAll);
    }

    private void demandHere() {
        if (away) {
            throw new Unavailable(
                    "tenancy.database.away", "The database of this tenant is away; try again", NOT_AGAIN_WITHIN);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
