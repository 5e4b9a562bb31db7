package io.streamverse.billing.metering;

import java.sql.SQLException;

/// The database did not do it; the cause says whether it was away.
final class SqlFailure extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    SqlFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
