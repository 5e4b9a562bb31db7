package io.streamverse.kernel.tenancy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A connection in somebody's hands: closing it takes it back to where it waits.
final class LentConnection implements InvocationHandler {
    /// What the pool beneath has to undo.
    private static final Set<String> ALTERING = Set.of(
            "abort",
            "setCatalog",
            "setClientInfo",
            "setHoldability",
            "setNetworkTimeout",
            "setSchema",
            "setTransactionIsolation",
            "setTypeMap");

    private final StandingPool.Lease lease;
    private final StandingPool pool;
    private boolean altered;
    private boolean closed;

    private LentConnection(StandingPool.Lease lease, StandingPool pool) {
        this.lease = lease;
        this.pool = pool;
    }

    static Connection of(StandingPool.Lease lease, StandingPool pool) {
        return (Connection) Proxy.newProxyInstance(
                LentConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new LentConnection(lease, pool));
    }

    @Override
    @SuppressWarnings("ReferenceEquality")
    public @Nullable Object invoke(Object handle, Method method, Object @Nullable [] arguments) throws Throwable {
        return switch (method.getName()) {
            case "close" -> close();
            case "isClosed" -> closed || lease.connection().isClosed();
            case "equals" -> arguments != null && handle == arguments[0];
            case "isWrapperFor" -> isSelf(arguments) || Boolean.TRUE.equals(pass(method, arguments));
            case "unwrap" -> isSelf(arguments) ? (InDatabase) pool::database : pass(method, arguments);
            case "hashCode" -> System.identityHashCode(handle);
            default -> pass(method, arguments);
        };
    }

    private static boolean isSelf(Object @Nullable [] arguments) {
        return arguments != null && arguments[0] == InDatabase.class;
    }

    private @Nullable Object close() throws SQLException {
        if (!closed) {
            closed = true;
            pool.takeBack(lease, altered);
        }
        return null;
    }

    private @Nullable Object pass(Method method, Object @Nullable [] arguments) throws Throwable {
        if (closed) {
            throw new SQLException("The connection has been given back");
        }
        altered |= ALTERING.contains(method.getName());
        try {
            return method.invoke(lease.connection(), arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
