package io.streamverse.kernel.http;

import io.micronaut.http.HttpHeaders;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

public final class AcceptEncoding {
    private AcceptEncoding() {}

    public static boolean takesGzip(HttpHeaders headers) {
        return takes("gzip", headers);
    }

    public static boolean takesGzip(@Nullable String accepted) {
        return takes("gzip", accepted);
    }

    /// Only what is named: `*` promises nothing.
    public static boolean takes(String encoding, HttpHeaders headers) {
        return takes(encoding, headers.get(HttpHeaders.ACCEPT_ENCODING));
    }

    private static boolean takes(String encoding, @Nullable String accepted) {
        return accepted != null
                && Arrays.stream(accepted.split(","))
                        .map(String::strip)
                        .anyMatch(it ->
                                it.equals(encoding) || (it.startsWith(encoding + ";") && !it.matches(".*q=0(\\.0*)?")));
    }
}
