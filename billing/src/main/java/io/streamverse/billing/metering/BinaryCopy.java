package io.streamverse.billing.metering;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Rows on their way into a table by COPY, in its binary form: what PostgreSQL need not parse, and we need not print.
final class BinaryCopy {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final LocalDate DAY_ZERO = LocalDate.of(2000, 1, 1);
    private static final long MICROS_ZERO = DAY_ZERO.toEpochDay() * 86_400_000_000L;
    private static final BigInteger BASE = BigInteger.valueOf(10_000);
    private static final int SIZE = 1 << 17;
    private final ByteBuffer rows = ByteBuffer.allocate(SIZE);
    private final CopyIn copy;

    BinaryCopy(Connection connection, String into) {
        try {
            copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY " + into + " FROM STDIN (FORMAT binary)");
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
        rows.put(SIGNATURE).putInt(0).putInt(0);
    }

    BinaryCopy row(int fields) {
        need(Short.BYTES).putShort((short) fields);
        return this;
    }

    BinaryCopy integer(int value) {
        need(8).putInt(4).putInt(value);
        return this;
    }

    BinaryCopy date(LocalDate day) {
        return integer((int) (day.toEpochDay() - DAY_ZERO.toEpochDay()));
    }

    BinaryCopy micros(long sinceEpoch) {
        need(12).putInt(8).putLong(sinceEpoch - MICROS_ZERO);
        return this;
    }

    BinaryCopy uuid(UUID value) {
        need(20).putInt(16).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
        return this;
    }

    BinaryCopy text(@Nullable String value) {
        if (value == null) {
            need(4).putInt(-1);
            return this;
        }
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    BinaryCopy bytes(byte[] value) {
        need(4 + value.length).putInt(value.length).put(value);
        return this;
    }

    /// Digits to the base of 10,000, the most significant first; `weight` is the place of the first.
    BinaryCopy numeric(BigDecimal value) {
        var scale = Math.max(0, value.scale());
        var fraction = (scale + 3) / 4;
        var digits = value.setScale(fraction * 4, RoundingMode.UNNECESSARY)
                .unscaledValue()
                .abs();
        var groups = groups(digits);
        var first = groups.position();
        var count = groups.remaining();
        need(12 + 2 * count)
                .putInt(8 + 2 * count)
                .putShort((short) count)
                .putShort((short) (count - 1 - fraction))
                .putShort((short) (value.signum() < 0 ? 0x4000 : 0))
                .putShort((short) scale);
        for (int i = 0; i < count; i++) {
            rows.putShort(groups.get(first + i));
        }
        return this;
    }

    /// The number of rows that were taken.
    long finish() {
        need(2).putShort((short) -1);
        try {
            flush();
            return copy.endCopy();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private static ShortBuffer groups(BigInteger digits) {
        var groups = new short[16];
        var at = groups.length;
        var rest = digits;
        while (rest.bitLength() > 62) {
            var parts = rest.divideAndRemainder(BASE);
            groups[--at] = parts[1].shortValue();
            rest = parts[0];
        }
        for (var small = rest.longValue(); small != 0; small /= 10_000) {
            groups[--at] = (short) (small % 10_000);
        }
        return ShortBuffer.wrap(groups, at, groups.length - at);
    }

    private ByteBuffer need(int bytes) {
        if (rows.remaining() < bytes) {
            try {
                flush();
            } catch (SQLException e) {
                throw new SqlFailure(e);
            }
        }
        return rows;
    }

    private void flush() throws SQLException {
        copy.writeToCopy(rows.array(), 0, rows.position());
        rows.clear();
    }
}
