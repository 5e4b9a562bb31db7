package io.streamverse.kernel.database;

import io.streamverse.kernel.metrics.Spans;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import org.jspecify.annotations.Nullable;

/// A connection whose prepared statements are told of, by their text: values stand in none.
record TracedConnection(Connection connection, Spans spans) implements InvocationHandler {

    static Connection of(Connection connection, Spans spans) {
        return proxy(Connection.class, new TracedConnection(connection, spans));
    }

    @Override
    public @Nullable Object invoke(Object handle, Method method, Object @Nullable [] arguments) throws Throwable {
        var answer = call(connection, method, arguments);
        return arguments != null
                        && answer instanceof PreparedStatement statement
                        && method.getName().equals("prepareStatement")
                ? proxy(PreparedStatement.class, new Told(statement, String.valueOf(arguments[0]), spans))
                : answer;
    }

    private record Told(PreparedStatement statement, String sql, Spans spans) implements InvocationHandler {
        @Override
        public @Nullable Object invoke(Object handle, Method method, Object @Nullable [] arguments) throws Throwable {
            if (!method.getName().startsWith("execute")) {
                return call(statement, method, arguments);
            }
            var span = spans.calling(act());
            try (span) {
                span.with("db.system.name", "postgresql").with("db.query.text", sql);
                return call(statement, method, arguments);
            } catch (Throwable e) {
                span.failed();
                throw e;
            }
        }

        private String act() {
            return sql.strip().split("\\s", 2)[0];
        }
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(TracedConnection.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
