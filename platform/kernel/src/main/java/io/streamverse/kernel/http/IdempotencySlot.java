package io.streamverse.kernel.http;

import io.micronaut.http.HttpRequest;
import io.streamverse.kernel.problem.Conflict;
import io.streamverse.kernel.security.Caller;
import io.streamverse.kernel.security.Sealed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Where one key of one caller on one route is remembered.
record IdempotencySlot(String space, String principal, String route, String key, String fingerprint, Sealed seal) {
    private static final String BEGIN = "SELECT * FROM plumbing.begin_idempotent(?, ?, ?, ?, ?)";
    private static final String LOOK = "SELECT * FROM plumbing.look_idempotent(?, ?, ?, ?)";
    private static final String FINISH = "SELECT plumbing.finish_idempotent(?, ?, ?, ?, ?, ?)";

    static IdempotencySlot of(HttpRequest<?> request, Caller caller, String key, String fingerprint) {
        var space = caller.space();
        return new IdempotencySlot(
                space == null ? "" : space.toString(),
                caller.id(),
                request.getMethodName() + " " + request.getPath(),
                key,
                fingerprint,
                Sealed.under(caller.seal()));
    }

    /// The sealed answer of an earlier call; null where this is the first.
    @Nullable
    String begin(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(BEGIN)) {
            bind(statement);
            statement.setString(5, fingerprint);
            return answer(statement);
        }
    }

    /// The same without opening the row.
    @Nullable
    String look(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(LOOK)) {
            bind(statement);
            return answer(statement);
        }
    }

    private @Nullable String answer(PreparedStatement statement) throws SQLException {
        try (var row = statement.executeQuery()) {
            if (!row.next()) {
                return null;
            }
            if (!row.getString("fingerprint").equals(fingerprint)) {
                throw new Conflict("idempotency.key.reused", "This Idempotency-Key came before with another request");
            }
            return row.getString("answer");
        }
    }

    void finish(Connection connection, String answer) throws SQLException {
        try (var statement = connection.prepareStatement(FINISH)) {
            bind(statement);
            statement.setInt(5, 200);
            statement.setString(6, seal.close(answer));
            statement.execute();
        }
    }

    String open(String sealed) {
        return seal.open(sealed)
                .orElseThrow(() -> new Conflict(
                        "idempotency.key.reused", "This Idempotency-Key came before under another secret of this key"));
    }

    private void bind(PreparedStatement statement) throws SQLException {
        statement.setString(1, space);
        statement.setString(2, principal);
        statement.setString(3, route);
        statement.setString(4, key);
    }
}
