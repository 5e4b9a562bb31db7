package io.streamverse.kernel.database;

import io.micronaut.context.BeanProvider;
import io.micronaut.data.connection.ConnectionOperations;
import io.streamverse.kernel.metrics.Spans;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// A data source that refuses to open beside a connection of the other one: no code uses the control database and a
/// tenant's schema in one transaction, since one day they are two databases.
public abstract class OneAtATime implements DataSource {
    private final @Nullable BeanProvider<ConnectionOperations<Connection>> other;
    private final Spans spans;

    protected OneAtATime(@Nullable BeanProvider<ConnectionOperations<Connection>> other, Spans spans) {
        this.other = other;
        this.spans = spans;
    }

    protected abstract Connection open() throws SQLException;

    @Override
    public final Connection getConnection() throws SQLException {
        if (other != null && other.get().findConnectionStatus().isPresent()) {
            throw new IllegalStateException("Control database and tenant schema meet in one transaction");
        }
        return spans.areTold() ? TracedConnection.of(open(), spans) : open();
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("The pool has its login");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        throw new UnsupportedOperationException("Logging goes through SLF4J");
    }

    @Override
    public void setLoginTimeout(int seconds) {
        throw new UnsupportedOperationException("The pool has its time-out");
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("Logging goes through SLF4J");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new SQLException("Not a " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
