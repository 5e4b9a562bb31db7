package io.streamverse.kernel.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.util.Optional;
import java.util.function.BiConsumer;

/// What a page of any other origin may send and read, of routes whose only credential is one that the page itself puts
/// into each request: no cookie goes along, so it gets nothing that this credential would not give it anyway.
public record CrossOrigin(String methods, String headers, String readable) {
    private static final String DAY = "86400";

    /// The answer, where the request is what a browser asks before the real one: cheap, and no business of a gate.
    public Optional<HttpResponse<?>> preflight(HttpRequest<?> request) {
        if (request.getMethod() != HttpMethod.OPTIONS
                || !request.getHeaders().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD)) {
            return Optional.empty();
        }
        return Optional.of(open(HttpResponse.noContent())
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, methods)
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, headers)
                .header(HttpHeaders.ACCESS_CONTROL_MAX_AGE, DAY));
    }

    public MutableHttpResponse<?> open(MutableHttpResponse<?> response) {
        open(response.getHeaders()::set);
        return response;
    }

    public void open(BiConsumer<String, String> header) {
        header.accept(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        header.accept(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, readable);
    }
}
