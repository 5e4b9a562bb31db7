package io.streamverse.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The operations with what holds for all of them: headers, problems, and the scope that each asks for.
final class Operations {
    private static final List<String> METHODS = List.of("get", "put", "post", "patch", "delete");
    private static final String SIGN_IN = "/viewer/v1/auth/";
    private static final String PLAYER_EVENTS = "/viewer/v1/events";
    private static final Map<String, String> MEANINGS =
            Map.of("200", "OK", "201", "Created", "202", "Accepted: it happens soon", "204", "Done: nothing to say");

    private final ObjectNode raw;
    private final Map<String, String> scopes;
    private final Set<String> forGuests;

    Operations(ObjectNode raw, Map<String, String> scopes, Set<String> forGuests) {
        this.raw = raw;
        this.scopes = scopes;
        this.forGuests = forGuests;
    }

    void into(ObjectNode document) {
        var paths = new TreeMap<String, ObjectNode>();
        raw.path("paths").properties().stream()
                .filter(path -> path.getKey().matches("/(v1|viewer/v1|operator/v1)/.*"))
                .forEach(path -> paths.put(path.getKey(), (ObjectNode) path.getValue()));
        paths.forEach((path, methods) -> document.withObject("/paths").set(path, complete(path, methods)));
    }

    private ObjectNode complete(String path, ObjectNode methods) {
        var sorted = methods.objectNode();
        METHODS.stream().filter(methods::has).forEach(method -> {
            var operation = (ObjectNode) methods.path(method);
            scope(operation);
            credential(path, operation);
            parameters(path, operation, method);
            body(operation, method);
            answers(operation, method, methods.has("patch"));
            new Problems(path, method, operation).add();
            sorted.set(method, operation);
        });
        return sorted;
    }

    private void scope(ObjectNode operation) {
        var scope = scopes.get(operation.path("operationId").textValue());
        if (scope != null) {
            operation.put("x-required-scope", scope);
        }
    }

    /// Signing in needs no credential, and the address of players' events holds its own; neither is repeated under a
    /// key.
    private static boolean isOpen(String path) {
        return path.startsWith(SIGN_IN) || path.equals(PLAYER_EVENTS);
    }

    private void credential(String path, ObjectNode operation) {
        if (isOpen(path)) {
            operation.putArray("security");
        } else if (path.startsWith("/viewer/")) {
            var security = operation.putArray("security");
            security.addObject().putArray("viewer");
            if (forGuests.contains(operation.path("operationId").textValue())) {
                security.addObject();
            }
        }
    }

    private static void parameters(String path, ObjectNode operation, String method) {
        var all = operation.arrayNode();
        for (var parameter : operation.path("parameters")) {
            if (!parameter.path("in").textValue().equals("header")) {
                all.add(plain((ObjectNode) parameter));
            }
        }
        if (method.equals("patch")) {
            refer(all, "IfMatch");
        }
        if (method.equals("post") && operation.has("requestBody") && !isOpen(path)) {
            refer(all, "IdempotencyKey");
        }
        refer(all, "Version");
        operation.set("parameters", all);
    }

    private static ObjectNode plain(ObjectNode parameter) {
        parameter.remove("explode");
        ((ObjectNode) parameter.path("schema")).remove("nullable");
        return parameter;
    }

    private static void refer(ArrayNode parameters, String name) {
        parameters.addObject().put("$ref", "#/components/parameters/" + name);
    }

    private static void body(ObjectNode operation, String method) {
        if (method.equals("patch")) {
            ((ObjectNode) operation.at("/requestBody/content")).remove("application/json");
        }
    }

    private static void answers(ObjectNode operation, String method, boolean versioned) {
        ((ObjectNode) operation.path("responses")).remove("default");
        operation.path("responses").properties().forEach(answer -> {
            var response = (ObjectNode) answer.getValue();
            response.put("description", MEANINGS.get(answer.getKey()));
            var headers = response.withObject("/headers");
            if (versioned && (method.equals("get") || method.equals("patch"))) {
                header(headers, "ETag");
            }
            header(headers, "Request-Id");
            header(headers, "StreamVerse-Version");
            JsonNode content = response.remove("content");
            if (content != null) {
                response.set("content", content);
            }
        });
    }

    private static void header(ObjectNode headers, String name) {
        headers.putObject(name).put("$ref", "#/components/headers/" + name);
    }
}
