package io.streamverse.server.playback;

import static java.util.Objects.requireNonNull;

import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/// Every operation that `openapi/v1.yaml` names.
final class Contract {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final Map<String, Map<String, Map<String, Object>>> CONTRACT = read();
    private static final Map<String, Object> SCHEMAS =
            requireNonNull(requireNonNull(CONTRACT.get("components")).get("schemas"));

    private Contract() {}

    /// `body` is the type of content that it takes, and `schema` says what is in it.
    record Operation(
            String id,
            String method,
            String path,
            String scope,
            boolean isForEverybody,
            boolean isForGuests,
            String body,
            Map<?, ?> schema,
            String query,
            List<String> queries) {
        private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

        boolean isUnder(String prefix) {
            return path.startsWith(prefix);
        }

        boolean names(Set<String> parameters) {
            return PARAMETER.matcher(path).results().anyMatch(it -> parameters.contains(it.group(1)));
        }

        /// The first word of its path.
        String room() {
            return path.replaceFirst("^.*/v1/", "").split("/")[0];
        }

        List<String> parameters() {
            return PARAMETER.matcher(path).results().map(it -> it.group(1)).toList();
        }

        /// With these in the place of the parameters of its path; each must be among them.
        Answer call(Api api, Map<String, String> ids) {
            return Api.send(
                    body.isEmpty()
                            ? api.request(method, address(ids), "")
                            : api.with("Content-Type", body).request(method, address(ids), "{}"));
        }

        String address(Map<String, String> ids) {
            return PARAMETER.matcher(path).replaceAll(it -> value(it.group(1), ids)) + query;
        }

        private String value(String parameter, Map<String, String> ids) {
            var value = ids.getOrDefault(room() + "." + parameter, ids.get(parameter));
            if (value == null) {
                throw new AssertionError(
                        "Say what {%s} of %s is, so that it can be asked for".formatted(parameter, path));
            }
            return value;
        }

        @Override
        public String toString() {
            return id;
        }
    }

    static Stream<Operation> operations() {
        return paths().entrySet().stream()
                .flatMap(path -> path.getValue().entrySet().stream()
                        .filter(it -> METHODS.contains(it.getKey()))
                        .map(it -> operation(path.getKey(), it.getKey(), it.getValue())));
    }

    private static Operation operation(String path, String method, Object said) {
        var operation = (Map<?, ?>) said;
        return new Operation(
                String.valueOf(operation.get("operationId")),
                method.toUpperCase(Locale.ROOT),
                path,
                operation.get("x-required-scope") instanceof String scope ? scope : "",
                operation.get("security") instanceof List<?> schemes && schemes.isEmpty(),
                operation.get("security") instanceof List<?> schemes && schemes.contains(Map.of()),
                contentType(operation),
                schema(operation),
                query(operation),
                queries(operation).map(it -> String.valueOf(it.get("name"))).toList());
    }

    /// What a reference in the contract stands for.
    static Map<?, ?> resolved(Object schema) {
        var said = (Map<?, ?>) schema;
        if (said.get("$ref") instanceof String reference) {
            var name = reference.substring(reference.lastIndexOf('/') + 1);
            return resolved(requireNonNull(SCHEMAS.get(name)));
        }
        return said;
    }

    private static Map<?, ?> schema(Map<?, ?> operation) {
        return operation.get("requestBody") instanceof Map<?, ?> body
                        && body.get("content") instanceof Map<?, ?> types
                        && types.values().iterator().next() instanceof Map<?, ?> type
                        && type.get("schema") instanceof Map<?, ?> schema
                ? schema
                : Map.of();
    }

    private static String contentType(Map<?, ?> operation) {
        return operation.get("requestBody") instanceof Map<?, ?> body && body.get("content") instanceof Map<?, ?> types
                ? String.valueOf(types.keySet().iterator().next())
                : "";
    }

    /// What must be said in the address, with some value.
    private static String query(Map<?, ?> operation) {
        return queries(operation)
                .filter(it -> Boolean.TRUE.equals(it.get("required")))
                .map(it -> it.get("name") + "=en")
                .collect(Collectors.joining("&", "?", ""));
    }

    private static Stream<Map<?, ?>> queries(Map<?, ?> operation) {
        var parameters = operation.get("parameters") instanceof List<?> said ? said : List.of();
        return parameters.stream().<Map<?, ?>>map(Map.class::cast).filter(it -> "query".equals(it.get("in")));
    }

    private static Map<String, Map<String, Object>> paths() {
        return requireNonNull(CONTRACT.get("paths"));
    }

    private static Map<String, Map<String, Map<String, Object>>> read() {
        try (var file = Contract.class.getResourceAsStream("/reference/v1.yaml")) {
            return new Yaml().load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
