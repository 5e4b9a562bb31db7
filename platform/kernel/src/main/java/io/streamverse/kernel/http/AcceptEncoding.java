package io.streamverse.kernel.http;

import io.micronaut.http.HttpHeaders;
import java.util.Arrays;

public final class AcceptEncoding {
    private AcceptEncoding() {}

    public static boolean takesGzip(HttpHeaders headers) {
        return takes("gzip", headers);
    }

    /// Only what is named: `*` promises nothing.
    public static boolean takes(String encoding, HttpHeaders headers) {
        var accepted = headers.get(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null
                && Arrays.stream(accepted.split(","))
                        .map(String::strip)
                        .anyMatch(it ->
                                it.equals(encoding) || (it.startsWith(encoding + ";") && !it.matches(".*q=0(\\.0*)?")));
    }
}
