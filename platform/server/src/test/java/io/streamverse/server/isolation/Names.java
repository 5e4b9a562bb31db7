package io.streamverse.server.isolation;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.kernel.messaging.OpenTransaction;
import jakarta.inject.Singleton;
import java.sql.SQLException;

/// Reads and writes the one row of the schema in charge, as a room does, and goes wrong in the ways a room can.
@Singleton
class Names {
    private final OpenTransaction transaction;

    Names(OpenTransaction transaction) {
        this.transaction = transaction;
    }

    @Transactional
    String read() {
        return ask("SELECT name || ' in ' || current_schema() || ' as ' || current_user FROM branding");
    }

    @Transactional
    void write(String name) {
        run("UPDATE branding SET name = '%s'".formatted(name));
    }

    @Transactional
    void writeAndThrow(String name) {
        write(name);
        throw new IllegalStateException("changed my mind");
    }

    @Transactional
    void writeAndFail(String name) {
        write(name);
        run("INSERT INTO branding SELECT * FROM branding");
    }

    @Transactional
    void writeAndTakeTooLong(String name) {
        run("SET LOCAL statement_timeout = 3");
        write(name);
        ask("SELECT pg_sleep(5)::text");
    }

    @Transactional
    void writeAndLoseTheConnection(String name) {
        write(name);
        ask("SELECT pg_terminate_backend(pg_backend_pid())");
    }

    private void run(String sql) {
        try (var statement = transaction.connection().createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String ask(String sql) {
        try (var statement = transaction.connection().createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
