package io.streamverse.server.playback;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// A body as its schema wants it, and then with each of its values, one at a time, replaced by what nobody should send.
final class HostileBodies {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 5;

    static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "1e400",
            "1e-400",
            "9223372036854775808",
            "1" + "0".repeat(1_000),
            "NaN",
            "{}",
            "[]",
            "[[]]",
            "[null]",
            "{\"a\":{\"b\":null}}",
            "[".repeat(3_000) + "]".repeat(3_000),
            "\"\"",
            "\" \"",
            "\"" + "x".repeat(10_000) + "\"",
            "\"null\\u0000byte\"",
            "\"half a pair \\ud800\"",
            "\"right to left \\u202egnp.exe\"",
            "\"'; DROP TABLE title; --\"",
            "\"<script>alert(1)</script>\"",
            "\"../../../etc/passwd\"",
            "\"${jndi:ldap://127.0.0.1:1/a}\"",
            "\"a\\r\\nSet-Cookie: b=c\"",
            "\"9999-99-99T99:99:99Z\"",
            "\"-999999999-01-01T00:00:00Z\"");

    private HostileBodies() {}

    static String right(Map<?, ?> schema) {
        return written(sample(schema, 0));
    }

    static List<String> of(Map<?, ?> schema) {
        var bodies = new ArrayList<String>();
        var body = sample(schema, 0);
        attack(body, body, bodies);
        return bodies;
    }

    private static void attack(JsonNode at, JsonNode whole, List<String> bodies) {
        if (at instanceof ObjectNode object) {
            for (var name :
                    List.copyOf(object.propertyStream().map(Map.Entry::getKey).toList())) {
                var right = object.get(name);
                replace(it -> object.set(name, it), whole, bodies);
                object.remove(name);
                bodies.add(written(whole));
                object.set(name, right);
                attack(right, whole, bodies);
            }
            object.put("__proto__", "unknown");
            bodies.add(written(whole));
            object.remove("__proto__");
        } else if (at instanceof ArrayNode array) {
            var right = array.get(0);
            replace(it -> array.set(0, it), whole, bodies);
            array.set(0, right);
            attack(right, whole, bodies);
        }
    }

    private static void replace(Consumer<JsonNode> set, JsonNode whole, List<String> bodies) {
        for (var value : VALUES) {
            set.accept(NODES.rawValueNode(new RawValue(value)));
            bodies.add(written(whole));
        }
    }

    private static JsonNode sample(Object said, int depth) {
        var schema = Contract.resolved(said);
        if (schema.get("example") != null) {
            return JSON.valueToTree(schema.get("example"));
        }
        if (schema.get("enum") instanceof List<?> values) {
            return JSON.valueToTree(values.getFirst());
        }
        return switch (String.valueOf(schema.get("type"))) {
            case "string" -> NODES.textNode(text(String.valueOf(schema.get("format"))));
            case "integer", "number" -> NODES.numberNode(1);
            case "boolean" -> NODES.booleanNode(true);
            case "array" -> NODES.arrayNode().add(sample(requireNonNull(schema.get("items")), depth + 1));
            default -> object(schema, depth);
        };
    }

    private static ObjectNode object(Map<?, ?> schema, int depth) {
        var object = NODES.objectNode();
        if (depth < DEEPEST && schema.get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((name, property) -> object.set(String.valueOf(name), sample(property, depth + 1)));
        }
        if (schema.get("additionalProperties") instanceof Map<?, ?> values) {
            object.set("en", sample(values, depth + 1));
        }
        return object;
    }

    private static String text(String format) {
        return switch (format) {
            case "date-time" -> "2031-01-01T00:00:00Z";
            case "date" -> "2031-01-01";
            case "uri" -> "https://example.com/";
            case "email" -> "ada@example.com";
            default -> "text";
        };
    }

    private static String written(JsonNode body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
