package io.streamverse.sdk;

import io.streamverse.sdk.model.App;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One operation with its parameters filled in. */
record Call(
        String method, String path, String query, @Nullable Object body) {

    /** A body that is no JSON. */
    record Upload(Path file, String contentType) {}

    static Call get(String path) {
        return new Call("GET", path, "", null);
    }

    static Call get(String path, String parameter, String value) {
        return new Call("GET", path, parameter + "=" + encoded(value), null);
    }

    static Call list(String path, ListParams params) {
        var query = params.query().entrySet().stream()
                .map(it -> encoded(it.getKey()) + "=" + encoded(it.getValue()))
                .collect(Collectors.joining("&"));
        return new Call("GET", path, query, null);
    }

    static Call post(String path, @Nullable Object body) {
        return new Call("POST", path, "", body);
    }

    /** A POST without a body to one of the programs. */
    static Call postTo(String path, App app) {
        return new Call("POST", path, "app=" + encoded(app.value()), null);
    }

    /** A POST of a file as it is. */
    static Call upload(String path, Path file, String contentType) {
        return new Call("POST", path, "", new Upload(file, contentType));
    }

    Call with(String name, String value) {
        var more = name + "=" + encoded(value);
        return new Call(method, path, query.isEmpty() ? more : query + "&" + more, body);
    }

    static Call patch(String path, Object body) {
        return new Call("PATCH", path, "", body);
    }

    static Call put(String path, Object body) {
        return new Call("PUT", path, "", body);
    }

    static Call delete(String path) {
        return new Call("DELETE", path, "", null);
    }

    /** Fills the holes of a template such as {@code /v1/api-keys/{}} with identifiers. */
    static String path(String template, String id) {
        if (id.isBlank() || id.equals(".") || id.equals("..")) {
            throw new IllegalArgumentException("An identifier is not empty");
        }
        return template.replace("{}", encoded(id));
    }

    boolean carriesIdempotencyKey() {
        return method.equals("POST");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Without query and body, which may hold personal data. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
