package io.streamverse.billing.metering;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// The database did not do it; the cause says whether it was away.
final class SqlFailure extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String state;

    SqlFailure(SQLException cause) {
        super(cause.getMessage(), cause);
        this.state = cause.getSQLState();
    }

    @Nullable
    String state() {
        return state;
    }
}
