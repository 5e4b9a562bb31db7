package io.streamverse.kernel.http;

import io.micronaut.http.HttpHeaders;
import java.util.Arrays;

public final class AcceptEncoding {
    private AcceptEncoding() {}

    public static boolean takesGzip(HttpHeaders headers) {
        var accepted = headers.get(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null
                && Arrays.stream(accepted.split(","))
                        .map(String::strip)
                        .anyMatch(it -> it.equals("gzip") || (it.startsWith("gzip;") && !it.matches(".*q=0(\\.0*)?")));
    }
}
