package io.streamverse.server.delivery;

import io.streamverse.kernel.tenancy.TenantSpace;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/// One delivery as servers and edges write it down, between tabs: seconds since 1970 with milliseconds, method,
/// status, bytes of the body that left, address as the client sent it, and what the `StreamVerse-Worth` header of the
/// answer said: milliseconds and bytes of the whole. More may follow. Only these are counted.
record LogLine(Instant at, TenantSpace space, long bytes, long micros) {
    private static final int FIELDS = 6;
    private static final long MICROS = 1_000;
    private static final int LONGEST_NUMBER = 15;

    static String written(Instant at, int status, long bytes, String path, String worth, String session) {
        var seconds = BigDecimal.valueOf(at.toEpochMilli(), 3).toPlainString();
        return String.join("\t", seconds, "GET", String.valueOf(status), String.valueOf(bytes), path, worth, session)
                + "\n";
    }

    /// Nothing where it tells of no media that somebody got.
    static Optional<LogLine> parse(String line) {
        var fields = line.split("\t", -1);
        if (fields.length < FIELDS || !fields[1].equals("GET") || !delivers(fields[2])) {
            return Optional.empty();
        }
        var worth = fields[5].split("/", -1);
        if (worth.length != 2 || !isNumber(fields[3]) || !isNumber(worth[0]) || !isNumber(worth[1])) {
            return Optional.empty();
        }
        long whole = Long.parseLong(worth[1]);
        long bytes = Math.min(Long.parseLong(fields[3]), whole);
        if (bytes == 0) {
            return Optional.empty();
        }
        long micros = part(Long.parseLong(worth[0]) * MICROS, bytes, whole);
        return at(fields[0])
                .flatMap(at -> MediaAddress.find(path(fields[4]))
                        .map(address -> new LogLine(at, address.space(), bytes, micros)));
    }

    private static boolean delivers(String status) {
        return status.equals("200") || status.equals("206");
    }

    private static long part(long of, long bytes, long whole) {
        return bytes == whole
                ? of
                : BigDecimal.valueOf(of)
                        .multiply(BigDecimal.valueOf(bytes))
                        .divide(BigDecimal.valueOf(whole), RoundingMode.DOWN)
                        .longValueExact();
    }

    private static Optional<Instant> at(String seconds) {
        var parts = seconds.split("\\.", 2);
        if (!isNumber(parts[0]) || parts[0].length() > 11 || (parts.length > 1 && !isNumber(parts[1]))) {
            return Optional.empty();
        }
        return Optional.of(Instant.ofEpochSecond(Long.parseLong(parts[0])));
    }

    /// Of an address with a host or without, and without its query.
    private static String path(String address) {
        int query = address.indexOf('?');
        var bare = query < 0 ? address : address.substring(0, query);
        int scheme = bare.indexOf("://");
        if (scheme < 0) {
            return bare;
        }
        int root = bare.indexOf('/', scheme + 3);
        return root < 0 ? "" : bare.substring(root);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_NUMBER
                && text.chars().allMatch(it -> it >= '0' && it <= '9');
    }
}
