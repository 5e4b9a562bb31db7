package io.streamverse.kernel.problem;

import io.micronaut.http.HttpRequest;

/// The name of one request: in the answer's header, in every problem and in every log line.
public final class RequestId {
    public static final String HEADER = "Request-Id";
    static final String ATTRIBUTE = "streamverse.request-id";

    private RequestId() {}

    public static String of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, String.class).orElse("req_unknown");
    }

    public static void set(HttpRequest<?> request, String id) {
        request.setAttribute(ATTRIBUTE, id);
    }
}
