package io.streamverse.kernel.messaging;

import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.TransactionStatus;
import io.micronaut.transaction.support.TransactionSynchronization;
import io.streamverse.kernel.tenancy.HostDatabase;
import io.streamverse.kernel.tenancy.InDatabase;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;

/// The transaction this code runs in, be it the tenant's or the control database's. There is at most one.
@Singleton
@Requires(property = "database.control.url")
public class OpenTransaction {
    private final TransactionOperations<Connection> rooms;
    private final TransactionOperations<Connection> control;

    OpenTransaction(
            @Named("default") TransactionOperations<Connection> rooms,
            @Named("control") TransactionOperations<Connection> control) {
        this.rooms = rooms;
        this.control = control;
    }

    public Connection connection() {
        return (Connection) status().getConnection();
    }

    /// The name of the database it is in.
    String database() {
        try {
            var connection = connection();
            return connection.isWrapperFor(InDatabase.class)
                    ? connection.unwrap(InDatabase.class).database()
                    : HostDatabase.MAIN;
        } catch (SQLException e) {
            throw new IllegalStateException("The connection does not say where it leads", e);
        }
    }

    public void afterCommit(Runnable work) {
        status().registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }

    private TransactionStatus<?> status() {
        return Stream.of(rooms, control)
                .flatMap(it -> it.findTransactionStatus().stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("This belongs inside a transaction"));
    }
}
