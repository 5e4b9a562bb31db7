package io.streamverse.server.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.transaction.TransactionOperations;
import io.streamverse.testkit.Stage;
import java.sql.Connection;
import java.sql.SQLException;

/// What a release after this one adds to a table.
record LaterColumn(Stage stage, String table) {
    /// PostgreSQL keeps what the driver has sent it five times.
    private static final int OFTEN = 6;

    /// It comes between the beginning of a transaction and a statement that this connection's back end has kept, where
    /// the driver cannot prepare it anew.
    @SuppressWarnings("unchecked")
    void comesAmid(String database, Runnable read) {
        var context = stage.server().getApplicationContext();
        ConnectionOperations<Connection> connections =
                context.getBean(ConnectionOperations.class, Qualifiers.byName(database));
        TransactionOperations<Connection> transactions =
                context.getBean(TransactionOperations.class, Qualifiers.byName(database));

        connections.executeWrite(open -> {
            for (int time = 0; time < OFTEN; time++) {
                transactions.executeWrite(_ -> done(read));
            }
            assertThat(keeps(open.getConnection())).isTrue();
            return transactions.executeWrite(_ -> {
                stage.run("ALTER TABLE %s ADD later text".formatted(table));
                return done(read);
            });
        });
    }

    private static boolean done(Runnable read) {
        read.run();
        return true;
    }

    private boolean keeps(Connection connection) {
        var name = table.substring(table.indexOf('.') + 1);
        try (var statement = connection.prepareStatement(
                "SELECT EXISTS (SELECT FROM pg_prepared_statements WHERE statement LIKE 'SELECT%' || ? || '%')")) {
            statement.setString(1, name);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new AssertionError(table, e);
        }
    }
}
