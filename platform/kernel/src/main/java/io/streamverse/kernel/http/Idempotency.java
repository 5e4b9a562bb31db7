package io.streamverse.kernel.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.transaction.TransactionOperations;
import io.streamverse.kernel.problem.Conflict;
import io.streamverse.kernel.problem.Malformed;
import io.streamverse.kernel.security.Caller;
import io.streamverse.kernel.security.Digests;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The same POST twice is one effect and the same answer. The row that remembers shares the effect's transaction, so
/// either both are there or neither; a twin that runs at the same time waits for it.
@Singleton
@Requires(property = "database.control.url")
public class Idempotency {
    public static final String HEADER = "Idempotency-Key";
    private static final String LOCK_TIMEOUT = "55P03";
    private final BeanContext beans;
    private final ObjectMapper json;

    Idempotency(BeanContext beans, ObjectMapper json) {
        this.beans = beans;
        this.json = json;
    }

    /// The answer is stored sealed under the caller's seal: it may hold a secret, and only they may read it again.
    public <T> T once(String dataSource, HttpRequest<?> request, Object body, Class<T> answer, Supplier<T> effect) {
        var key = request.getHeaders().get(HEADER);
        if (key == null) {
            return transactions(dataSource).executeWrite(_ -> effect.get());
        }
        var slot = slot(request, body, key);
        return transactions(dataSource).executeWrite(status -> {
            var earlier = begin(status.getConnection(), slot);
            if (earlier != null) {
                return read(slot.open(earlier), answer);
            }
            var result = effect.get();
            slot.finish(status.getConnection(), write(result));
            return result;
        });
    }

    /// For an effect that spans databases: `effect` hands its answer over inside the transaction that completes it, and
    /// until then nothing is remembered. What meets its twin fails with a conflict, and gets the twin's answer.
    public <T> T spanning(
            String dataSource, HttpRequest<?> request, Object body, Class<T> answer, Function<Consumer<T>, T> effect) {
        var key = request.getHeaders().get(HEADER);
        if (key == null) {
            return effect.apply(_ -> {});
        }
        var slot = slot(request, body, key);
        var earlier = look(dataSource, slot);
        if (earlier != null) {
            return read(slot.open(earlier), answer);
        }
        try {
            return effect.apply(result -> remember(dataSource, slot, result));
        } catch (Conflict e) {
            var twins = look(dataSource, slot);
            if (twins == null) {
                throw e;
            }
            return read(slot.open(twins), answer);
        }
    }

    /// What a twin is told that waited for the other's answer long enough.
    public static Conflict inProgress() {
        return new Conflict("idempotency.in-progress", "The same request is still running", Duration.ofSeconds(1));
    }

    private @Nullable String look(String dataSource, IdempotencySlot slot) {
        return transactions(dataSource).executeRead(status -> slot.look(status.getConnection()));
    }

    private void remember(String dataSource, IdempotencySlot slot, Object result) {
        var connection = transactions(dataSource).getConnection();
        try {
            begin(connection, slot);
            slot.finish(connection, write(result));
        } catch (SQLException e) {
            throw new IllegalStateException("The answer was not remembered", e);
        }
    }

    private IdempotencySlot slot(HttpRequest<?> request, Object body, String key) {
        if (key.isBlank() || key.length() > 255) {
            throw new Malformed("idempotency.key.invalid", "An Idempotency-Key has 1 to 255 characters");
        }
        return IdempotencySlot.of(request, Caller.of(request), key, Digests.sha256(write(body)));
    }

    private static @Nullable String begin(Connection connection, IdempotencySlot slot) throws SQLException {
        try {
            return slot.begin(connection);
        } catch (SQLException e) {
            if (LOCK_TIMEOUT.equals(e.getSQLState())) {
                throw inProgress();
            }
            throw e;
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write " + value.getClass().getName(), e);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored answer is no " + type.getName(), e);
        }
    }

    @SuppressWarnings("unchecked")
    private TransactionOperations<Connection> transactions(String dataSource) {
        return beans.getBean(TransactionOperations.class, Qualifiers.byName(dataSource));
    }
}
