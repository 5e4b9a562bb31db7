package io.streamverse.kernel.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOperation;

/// Rows on their way from one database into another, as COPY writes them; nothing is kept in between.
final class Piped {
    private Piped() {}

    /// How many there were.
    static long rows(Connection source, String copyOut, Connection target, String copyIn) throws SQLException {
        var out = source.unwrap(PGConnection.class).getCopyAPI().copyOut(copyOut);
        var in = target.unwrap(PGConnection.class).getCopyAPI().copyIn(copyIn);
        try {
            for (var piece = out.readFromCopy(); piece != null; piece = out.readFromCopy()) {
                in.writeToCopy(piece, 0, piece.length);
            }
            return in.endCopy();
        } finally {
            end(in);
            end(out);
        }
    }

    /// One that was broken off keeps its connection from all else.
    private static void end(CopyOperation copy) throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
