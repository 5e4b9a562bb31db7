package io.streamverse.kernel.security;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.Optional;

/// The credential of `Authorization: Bearer …`, where the request carries exactly one.
public final class Bearer {
    private static final String SCHEME = "Bearer ";

    private Bearer() {}

    public static Optional<String> of(HttpRequest<?> request) {
        var headers = request.getHeaders().getAll(HttpHeaders.AUTHORIZATION);
        if (headers.size() != 1 || !headers.getFirst().regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        return Optional.of(headers.getFirst().substring(SCHEME.length()).strip())
                .filter(it -> !it.isEmpty());
    }
}
