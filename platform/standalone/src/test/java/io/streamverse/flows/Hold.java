package io.streamverse.flows;

import io.streamverse.testkit.Eventually;
import java.sql.Connection;
import java.sql.SQLException;

/// A transaction of the superuser that is kept open, so that a program stops at a known point: behind its locks.
final class Hold implements AutoCloseable {
    private final String database;
    private final Connection connection;
    private final String pid;

    private Hold(String database, Connection connection, String pid) {
        this.database = database;
        this.connection = connection;
        this.pid = pid;
    }

    static Hold on(String database, String sql) {
        try {
            var connection = Ground.connect(database);
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("SELECT pg_backend_pid()")) {
                row.next();
                var hold = new Hold(database, connection, row.getString(1));
                statement.execute(sql);
                return hold;
            }
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /// Answers the name of the program that waits.
    String awaitSomebodyBehind() {
        var waiting =
                "SELECT application_name FROM pg_stat_activity WHERE %s = ANY (pg_blocking_pids(pid))".formatted(pid);
        Eventually.is(
                "somebody waits for the lock",
                () -> !Ground.ask(database, waiting).isEmpty());
        return Ground.ask(database, waiting).getFirst();
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
