package io.streamverse.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The schemas as their readers know them: pages called after what they list, patterns that hold for the whole text,
/// patches in which nothing is required.
final class Schemas {
    private static final String REF = "#/components/schemas/";

    private final ObjectNode raw;
    private final ObjectNode schemas;

    Schemas(ObjectNode raw) {
        this.raw = raw;
        this.schemas = raw.withObject("/schemas");
    }

    void into(ObjectNode document) {
        namePages();
        raw.findParents("x-enum-varnames").forEach(it -> ((ObjectNode) it).remove("x-enum-varnames"));
        raw.findParents("pattern").stream()
                .filter(it -> it.path("pattern").isTextual())
                .forEach(it -> wholeText((ObjectNode) it));
        raw.findParents("additionalProperties").forEach(it -> anything((ObjectNode) it));
        raw.path("paths").findValues("patch").stream()
                .map(patch -> patch.path("requestBody").findValuesAsText("$ref").getFirst())
                .distinct()
                .forEach(body -> loosen(schemas.withObject("/" + nameOf(body))));
        var sorted = new TreeMap<String, JsonNode>();
        schemas.properties().forEach(it -> sorted.put(it.getKey(), it.getValue()));
        document.withObject("/components/schemas").setAll(sorted);
    }

    private void namePages() {
        var names = schemas.properties().stream()
                .filter(it -> it.getKey().startsWith("Page_"))
                .collect(Collectors.toMap(Map.Entry::getKey, it -> nameOf(itemOf(it.getValue())) + "Page"));
        names.forEach((old, name) -> schemas.set(name, schemas.remove(old)));
        raw.findParents("$ref").forEach(it -> {
            var name = names.get(nameOf(it.path("$ref").textValue()));
            if (name != null) {
                ((ObjectNode) it).put("$ref", REF + name);
            }
        });
    }

    private static String itemOf(JsonNode page) {
        return page.at("/properties/data/items/$ref").textValue();
    }

    /// What may be anything is said to be an object.
    private static void anything(ObjectNode pairs) {
        if (pairs.path("additionalProperties").toString().equals("{\"type\":\"object\"}")) {
            pairs.put("additionalProperties", true);
        }
    }

    private static void wholeText(ObjectNode schema) {
        schema.put("pattern", "^" + schema.path("pattern").textValue() + "$");
        schema.remove("x-pattern-message");
    }

    /// RFC 7396: what is not named stays, null takes away. Objects within are patched too, and so need their own shape.
    private void loosen(ObjectNode patch) {
        patch.remove("required");
        patch.path("properties").properties().forEach(property -> {
            var schema = (ObjectNode) property.getValue();
            if (schema.path("additionalProperties") instanceof ObjectNode pairs) {
                schema.put("nullable", true);
                removable(pairs);
            } else if (schema.hasNonNull("$ref")
                    && schemas.path(nameOf(schema.path("$ref").textValue())).has("properties")) {
                schema.put("$ref", REF + inner(nameOf(schema.path("$ref").textValue())));
            }
        });
    }

    /// What stands under a name may be changed in part, or taken away.
    private void removable(ObjectNode pairs) {
        if (pairs.hasNonNull("$ref")) {
            var patched = inner(nameOf(pairs.path("$ref").textValue()));
            schemas.withObject("/" + patched).put("nullable", true);
            pairs.put("$ref", REF + patched);
        } else {
            pairs.put("nullable", true);
        }
    }

    private String inner(String name) {
        var patched = "Update" + name;
        if (!schemas.has(patched)) {
            ObjectNode copy = schemas.withObject("/" + name).deepCopy();
            schemas.set(patched, copy);
            loosen(copy);
        }
        return patched;
    }

    private static String nameOf(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
