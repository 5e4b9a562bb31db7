package io.streamverse.kernel.health;

import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Optional;

@Singleton
@Requires(property = "database.control.url")
class DatabaseReadiness implements Readiness {
    private final TransactionOperations<Connection> database;

    DatabaseReadiness(@Named("control") TransactionOperations<Connection> database) {
        this.database = database;
    }

    @Override
    public String part() {
        return "database";
    }

    @Override
    public Optional<String> missing() {
        try {
            var valid = database.executeRead(status -> status.getConnection().isValid(2));
            return valid ? Optional.empty() : Optional.of("does not answer");
        } catch (RuntimeException e) {
            return Optional.of("does not answer");
        }
    }
}
